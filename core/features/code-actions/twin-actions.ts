import { addToSection } from '../../model/edit/add-entry.ts';
import { configFile, schemaFile } from '../../model/project.ts';
import { keysAt } from '../../model/written-at.ts';
import { foldCase } from '../../text/fold-case.ts';
import type { Place, ProjectView } from '../project-view.ts';
import { headerEntries } from '../support/header-entries.ts';
import { nameAt } from '../support/name-at.ts';
import type { Action } from './action.ts';

/** At the name of a dataset that is in one file only: its other half. */
export function twinActions(view: ProjectView, place: Place): readonly Action[] {
  const use = nameAt(view, place);
  if (use === null || (use.kind !== 'table' && use.kind !== 'source')) return [];
  return use.kind === 'table' ? addSource(view, use.name.dataset) : addTable(view, use.name.dataset);
}

function addSource({ project }: ProjectView, name: string): readonly Action[] {
  if (hasKey(keysAt(project, configFile, ['sources']), name)) return [];
  const path = `path: source/${name}/`;
  const edit = addToSection(project, {
    file: configFile,
    section: 'sources',
    block: `${name}:\n  ${path}`,
    flow: `${name}: {${path}}`,
  });
  if (edit === null) return [];
  return [{ title: `Add \`${name}\` to \`${configFile}\``, edits: [edit], codes: ['table-without-source'] }];
}

/** With the columns of its source where those are known, else with one to be renamed. */
function addTable(view: ProjectView, name: string): readonly Action[] {
  if (hasKey(keysAt(view.project, schemaFile, ['tables']), name)) return [];
  const known = headerEntries(view, name);
  const entries = known.length === 0 ? ['id:\n  type: string'] : known;
  const columns = entries.join('\n').replaceAll('\n', '\n    ');
  const edit = addToSection(view.project, {
    file: schemaFile,
    section: 'tables',
    block: `${name}:\n  columns:\n    ${columns}`,
    flow: `${name}: {columns: {id: {type: string}}}`,
  });
  if (edit === null) return [];
  const title = `Add \`${name}\` to \`${schemaFile}\`${known.length === 0 ? '' : ' with the columns of its source'}`;
  return [{ title, edits: [edit], codes: ['source-without-table'] }];
}

function hasKey(keys: readonly string[], name: string): boolean {
  return keys.some((key) => foldCase(key) === foldCase(name));
}
