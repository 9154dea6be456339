import type { TextEdit } from '../../contracts/finding.ts';
import { addEntry, addItem, type Target } from '../../model/edit/add-entry.ts';
import { removeEntry, removeItem } from '../../model/edit/remove-entry.ts';
import { type Column, type Path, schemaFile } from '../../model/project.ts';
import { writtenAt } from '../../model/written-at.ts';
import type { Place, ProjectView } from '../project-view.ts';
import { pathAt } from '../support/path-at.ts';
import type { Action } from './action.ts';

interface Subject {
  readonly view: ProjectView;
  readonly dataset: string;
  readonly column: Column;
  readonly path: Path;
}

/** At the name of a column in its table: mask it, move its mask, add a rule; at its `pii` a mask alone. */
export function columnActions(view: ProjectView, place: Place): readonly Action[] {
  const path = place.file === schemaFile ? pathAt(view, place) : null;
  const [section, dataset, setting, name, rule] = path ?? [];
  if (path === null || section !== 'tables' || typeof dataset !== 'string') return [];
  const table = view.project.datasets.find((entry) => entry.name === dataset)?.table;
  const masks = setting === 'mask' ? writtenAt(view.project, schemaFile, path) : null;
  const column = table?.columns.find((entry) => entry.name === (setting === 'columns' ? name : masks));
  if (column === undefined) return [];
  const subject = { view, dataset, column, path: ['tables', dataset, 'columns', column.name] };
  if (setting === 'mask') return moveToColumn(subject);
  if (rule === 'pii') return column.mask === null ? maskActions(subject) : [];
  return path.length === 4 ? [...maskActions(subject), ...ruleActions(subject)] : [];
}

function maskActions(subject: Subject): readonly Action[] {
  const { view, column, path } = subject;
  if (column.mask === null) {
    const edit = addToMasks(subject);
    return action(`Mask \`${column.name}\``, [edit], ['unmasked-pii', 'likely-pii']);
  }
  const own = writtenAt(view.project, schemaFile, [...path, 'mask']);
  if (own === undefined) return moveToColumn(subject);
  if (column.mask !== 'null') return [];
  const removal = removeEntry({ project: view.project, file: schemaFile, path: [...path, 'mask'] });
  return action(
    `Move the mask of \`${column.name}\` to the list of the table`,
    [removal, addToMasks(subject)],
    [],
  );
}

/** From the list of the table to the column, where a strategy can be chosen. */
function moveToColumn(subject: Subject): readonly Action[] {
  const { view, dataset, column, path } = subject;
  const masks = writtenAt(view.project, schemaFile, ['tables', dataset, 'mask']);
  const index = Array.isArray(masks) ? masks.indexOf(column.name) : -1;
  if (index === -1) return [];
  const { project } = view;
  const removal = removeItem({ project, file: schemaFile, path: ['tables', dataset, 'mask', index] });
  const entry = { block: "mask: 'null'", flow: "mask: 'null'" };
  const addition = addEntry({ project, file: schemaFile, path }, entry);
  return action(`Move the mask of \`${column.name}\` to the column`, [removal, addition], []);
}

function addToMasks({ view, dataset, column }: Subject): TextEdit | null {
  const { project } = view;
  const target: Target = { project, file: schemaFile, path: ['tables', dataset, 'mask'] };
  const masks = writtenAt(project, schemaFile, target.path);
  if (masks !== undefined && masks !== null) return addItem(target, column.name);
  if (masks === null) return addEntry(target, { block: `- ${column.name}`, flow: column.name, isItem: true });
  const entry = { block: `mask:\n  - ${column.name}`, flow: `mask: [${column.name}]` };
  return addEntry({ ...target, path: ['tables', dataset] }, entry);
}

function ruleActions({ view, column, path }: Subject): readonly Action[] {
  const target: Target = { project: view.project, file: schemaFile, path };
  const add = (setting: string, codes: readonly string[]): readonly Action[] =>
    action(
      `Add \`${setting}\` to \`${column.name}\``,
      [addEntry(target, { block: setting, flow: setting })],
      codes,
    );
  return [
    ...(column.isRequired ? [] : add('required: true', [])),
    ...(column.isUnique || column.mask !== null ? [] : add('unique: true', [])),
  ];
}

/** An action of edits that can all be made; none otherwise. */
function action(
  title: string,
  edits: readonly (TextEdit | null)[],
  codes: readonly string[],
): readonly Action[] {
  const sound = edits.filter((edit) => edit !== null);
  return sound.length < edits.length ? [] : [{ title, edits: sound, codes }];
}
