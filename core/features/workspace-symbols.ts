import { configFile, type Path, type ProjectFile, schemaFile } from '../model/project.ts';
import { writtenAt } from '../model/written-at.ts';
import { drain, type Steps } from '../text/drain.ts';
import type { Location, ProjectView } from './project-view.ts';

export interface WorkspaceSymbol extends Location {
  readonly name: string;
  readonly kind: 'dataset' | 'column' | 'check';
  /** The dataset that a column or a check belongs to; '' for a dataset. */
  readonly container: string;
}

const most = 256;

/**
 * Datasets, columns and checks whose name has the letters of the query in their order, at most 256: exact names first, then
 * those that begin with it, those that hold it, and the rest. An empty query gives the datasets.
 */
export function workspaceSymbols(view: ProjectView, query: string): readonly WorkspaceSymbol[] {
  return drain(workspaceSymbolSteps(view, query));
}

/** The same with pauses, one after each dataset. */
export function* workspaceSymbolSteps(
  { project }: ProjectView,
  query: string,
): Steps<readonly WorkspaceSymbol[]> {
  const wanted = query.trim().toLowerCase();
  const found: Found[] = [];
  const add = (symbol: Unplaced, path: () => Path): void => {
    const rank = rankOf(symbol.name.toLowerCase(), wanted);
    if (rank !== null) found.push({ rank, symbol, path });
  };
  for (const { name, table } of project.datasets) {
    const isTable = writtenAt(project, schemaFile, ['tables', name]) !== undefined;
    const file = isTable ? schemaFile : configFile;
    add({ name, kind: 'dataset', container: '', file }, () => [isTable ? 'tables' : 'sources', name]);
    if (wanted === '') continue;
    for (const column of table?.columns ?? []) {
      const path = (): Path => ['tables', name, 'columns', column.name];
      add({ name: column.name, kind: 'column', container: name, file: schemaFile }, path);
    }
    for (const check of table?.checks ?? []) {
      const path = (): Path => ['tables', name, 'checks', check.index];
      add({ name: check.name, kind: 'check', container: name, file: schemaFile }, path);
    }
    yield;
  }
  found.sort((left, right) => left.rank - right.rank);
  return found.slice(0, most).map(({ symbol, path }) => {
    const range = project.documents[symbol.file as ProjectFile]?.rangeOf(
      path(),
      symbol.kind === 'check' ? 'value' : 'key',
    ) ?? { start: 0, end: 0 };
    return { ...symbol, range };
  });
}

type Unplaced = Omit<WorkspaceSymbol, 'range'>;

interface Found {
  readonly rank: number;
  readonly symbol: Unplaced;
  readonly path: () => Path;
}

/** Smaller is nearer; null when the letters of the query are not all there. */
function rankOf(name: string, wanted: string): number | null {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(wanted)) return 2;
  let at = 0;
  for (const letter of wanted) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return null;
  }
  return 3;
}
