import { addToSection } from '../../model/edit/add-entry.ts';
import { likelyKey } from '../../model/edit/likely-key.ts';
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
  const table = project.datasets.find((dataset) => dataset.name === name)?.table ?? null;
  const key = likelyKey(name, table);
  const settings = [`path: source/${name}/`, key === null ? 'load: append' : `merge_key: ${key}`];
  const edit = addToSection(project, {
    file: configFile,
    section: 'sources',
    block: `${name}:\n  ${settings.join('\n  ')}`,
    flow: `${name}: {${settings.join(', ')}}`,
  });
  if (edit === null) return [];
  return [{ title: `Add \`${name}\` to \`${configFile}\``, edits: [edit], codes: ['table-without-source'] }];
}

/** With the columns of its source where those are known, else with those that its settings and other tables name. */
function addTable(view: ProjectView, name: string): readonly Action[] {
  if (hasKey(keysAt(view.project, schemaFile, ['tables']), name)) return [];
  const known = headerEntries(view, name);
  const named = namedColumns(view, name);
  const entries = known.length > 0 ? known : named.length > 0 ? named : ['id:\n  type: string'];
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

function namedColumns({ project }: ProjectView, name: string): readonly string[] {
  const source = project.datasets.find((dataset) => dataset.name === name)?.source ?? null;
  const keys = (source?.mergeKey ?? []).map((key) => `${key}:\n  type: string\n  required: true`);
  const referred = project.datasets
    .flatMap(({ table }) => table?.columns ?? [])
    .flatMap(({ references }) => (references?.dataset === name ? [references.column] : []))
    .filter((column) => !hasKey(source?.mergeKey ?? [], column));
  const others = [...new Set(referred)].map((column) => `${column}:\n  type: string`);
  const order = source?.cdcKey ?? null;
  const isNew = order !== null && !hasKey([...(source?.mergeKey ?? []), ...referred], order);
  return [...keys, ...others, ...(isNew ? [`${order}:\n  type: date`] : [])];
}

function hasKey(keys: readonly string[], name: string): boolean {
  return keys.some((key) => foldCase(key) === foldCase(name));
}
