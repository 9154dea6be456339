import { type Column, configFile, type Path, schemaFile } from '../../model/project.ts';
import { writtenAt } from '../../model/written-at.ts';
import { foldCase } from '../../text/fold-case.ts';
import { entriesOf } from '../../text/value-at.ts';
import { codeSpan } from '../support/markdown.ts';
import { columnNames, datasetNames } from '../support/written.ts';
import { proseOf } from './complete-keys.ts';
import type { Asking, Proposal } from './completion.ts';

/** The columns of a dataset, those left out that `present` names. */
export function completeColumns(
  { view }: Asking,
  dataset: string,
  {
    present = [],
    prefers = () => false,
  }: { present?: readonly string[]; prefers?: (column: Column) => boolean } = {},
): readonly Proposal[] {
  const known = view.project.datasets.find((entry) => foldCase(entry.name) === foldCase(dataset));
  const table = known?.table ?? null;
  const taken = new Set(present.map(foldCase));
  return columnNames(view.project, known?.name ?? dataset)
    .filter((name) => !taken.has(foldCase(name)))
    .map((name): Proposal => {
      const column = table?.columns.find((entry) => entry.name === name);
      if (column === undefined) return { label: name, kind: 'column' };
      return {
        label: name,
        kind: 'column',
        detail: column.mask === null ? column.type : `${column.type}, masked`,
        documentation: proseOf(column.description),
        rank: prefers(column) ? 0 : 1,
      };
    });
}

/** Names in a list of the text (`merge_key`, `mask`, `partition_by`), whether it is one name, a list or a mapping. */
export function namesIn({ view, file }: Asking, path: Path, except: Path): readonly string[] {
  if (file !== configFile && file !== schemaFile) return [];
  const value = writtenAt(view.project, file, path);
  if (typeof value === 'string') return path.length === except.length ? [] : [value];
  if (Array.isArray(value)) {
    const own = except.length > path.length ? except[path.length] : null;
    return value.filter((name, index) => typeof name === 'string' && index !== own);
  }
  return entriesOf(value).map(([name]) => name);
}

/** What a reference may name: first the datasets with their keys, after the dot the columns of the dataset. */
export function completeReference(asking: Asking, dataset: string, typed: string): readonly Proposal[] {
  const { project } = asking.view;
  const parent = /^([A-Za-z_]\w*)\./.exec(typed)?.[1];
  if (parent !== undefined) {
    return completeColumns(asking, parent, { prefers: (column) => isKey(asking, parent, column.name) }).map(
      (proposal) => ({ ...proposal, label: `${parent}.${proposal.label}` }),
    );
  }
  return datasetNames(project)
    .filter((name) => name !== dataset)
    .flatMap((name): Proposal[] => {
      const source = project.datasets.find((entry) => entry.name === name)?.source;
      const keys = source?.mergeKey.length === 1 ? source.mergeKey : [];
      const whole = keys.map(
        (key): Proposal => ({
          label: `${name}.${key}`,
          kind: 'column',
          detail: `merge key of ${name}`,
          rank: 0,
        }),
      );
      const documentation = `Then a column of ${codeSpan(name)}.`;
      return [...whole, { label: `${name}.`, kind: 'dataset', documentation, isContinued: true }];
    });
}

function isKey({ view }: Asking, dataset: string, column: string): boolean {
  const source = view.project.datasets.find((entry) => entry.name === dataset)?.source;
  return source?.mergeKey.some((key) => foldCase(key) === foldCase(column)) ?? false;
}
