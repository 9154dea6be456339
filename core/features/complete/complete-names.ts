import { configFile, type Path, type Project, schemaFile } from '../../model/project.ts';
import { keysAt } from '../../model/written-at.ts';
import { foldCase } from '../../text/fold-case.ts';
import { splitEnvironment } from '../support/effective-values.ts';
import { columnEntry, columnName, headersOf } from '../support/header-entries.ts';
import { columnNames } from '../support/written.ts';
import type { Asking, Proposal } from './completion.ts';
import { escapeSnippet } from './key-snippets.ts';

/** Names that the user chose elsewhere and that the mapping at a path could take as keys: the missing twin, a column of the source. */
export function completeNames(asking: Asking, path: Path): readonly Proposal[] {
  const { project } = asking.view;
  if (asking.file === schemaFile) {
    const [, dataset, setting] = path;
    if (path.length === 1 && path[0] === 'tables') return tables(asking);
    const isColumns = path.length === 3 && setting === 'columns' && typeof dataset === 'string';
    return isColumns ? columns(asking, dataset) : [];
  }
  const { environment, path: inner } = splitEnvironment(path);
  if (inner.join() === 'sources') return environment === null ? sources(asking) : overrides(asking, project);
  if (environment !== null && inner.join() === 'variables') {
    return keysAt(project, configFile, ['variables']).map((name) => ({
      label: name,
      kind: 'variable',
      detail: 'another value here',
      insertText: `${name}: $1`,
      isSnippet: true,
    }));
  }
  return [];
}

function tables(asking: Asking): readonly Proposal[] {
  const { project } = asking.view;
  const known = new Set(keysAt(project, schemaFile, ['tables']));
  return keysAt(project, configFile, ['sources'])
    .filter((name) => !known.has(name))
    .map((name): Proposal => {
      const headers = headersOf(asking.view, name);
      const lines = headers.map((header) => `    ${snippetOf(header).replaceAll('\n', '\n    ')}`).join('\n');
      const first = '    ${1:column}:\n      type: ${2:string}';
      return {
        label: name,
        kind: 'dataset',
        detail: headers.length === 0 ? 'has a source, and no table yet' : 'columns from its source',
        insertText: asBlock(
          asking,
          `${name}:\n  columns:\n${headers.length === 0 ? first : lines}`,
          `${name}: {columns: {$1}}`,
        ),
        isSnippet: true,
        rank: 0,
      };
    });
}

function sources(asking: Asking): readonly Proposal[] {
  const { project } = asking.view;
  const known = new Set(keysAt(project, configFile, ['sources']));
  return keysAt(project, schemaFile, ['tables'])
    .filter((name) => !known.has(name))
    .map((name): Proposal => {
      const path = `path: \${1:source/${name}/}`;
      return {
        label: name,
        kind: 'dataset',
        detail: 'has a table, and no source yet',
        insertText: asBlock(asking, `${name}:\n  ${path}\n  merge_key: $2`, `${name}: {${path}}`),
        isSnippet: true,
        rank: 0,
      };
    });
}

function overrides(asking: Asking, project: Project): readonly Proposal[] {
  return keysAt(project, configFile, ['sources']).map((name) => ({
    label: name,
    kind: 'dataset',
    detail: 'different in this environment',
    insertText: asBlock(asking, `${name}:\n  $0`, `${name}: {$1}`),
    isSnippet: true,
  }));
}

/** Headers of the source that no column stands for yet. */
function columns(asking: Asking, dataset: string): readonly Proposal[] {
  const known = new Set(columnNames(asking.view.project, dataset).map(foldCase));
  const renamed = asking.view.project.datasets
    .find((entry) => entry.name === dataset)
    ?.table?.columns.flatMap((column) => column.renameFrom);
  for (const name of renamed ?? []) known.add(foldCase(name.trim()));
  const waiting = headersOf(asking.view, dataset).filter((header) => !known.has(foldCase(header.trim())));
  return waiting.map((header) => ({
    label: columnName(header),
    kind: 'column',
    detail: 'in the header of the source',
    insertText: asBlock(asking, snippetOf(header), `${columnName(header)}: {type: \${1:string}}`),
    isSnippet: true,
    rank: 0,
  }));
}

function asBlock({ cursor }: Asking, block: string, flow: string): string {
  if (cursor.hasColon) return block.slice(0, block.indexOf(':'));
  return cursor.isFlow ? flow : block;
}

function snippetOf(header: string): string {
  return escapeSnippet(columnEntry(header));
}
