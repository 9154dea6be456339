import type { Range } from '../contracts/finding.ts';
import {
  configFile,
  type Path,
  type ProjectFile,
  type SourceDocument,
  schemaFile,
} from '../model/project.ts';
import { drain, type Steps } from '../text/drain.ts';
import { entriesOf } from '../text/value-at.ts';
import type { ProjectView } from './project-view.ts';

export interface DocumentSymbol {
  readonly name: string;
  readonly kind: 'section' | 'environment' | 'dataset' | 'column' | 'check' | 'setting';
  /** The type of a column, the value of a setting; '' for none. */
  readonly detail: string;
  readonly range: Range;
  /** Of the name; within `range`. */
  readonly selectionRange: Range;
  readonly children: readonly DocumentSymbol[];
}

/** The outline of a project file: its sections, datasets with their columns and checks, environments, settings. */
export function documentSymbols(view: ProjectView, file: string): readonly DocumentSymbol[] {
  return drain(documentSymbolSteps(view, file));
}

/** The same with pauses, one after each dataset. */
export function* documentSymbolSteps(
  { project }: ProjectView,
  file: string,
): Steps<readonly DocumentSymbol[]> {
  if (file !== configFile && file !== schemaFile) return [];
  const document = project.documents[file];
  if (document === undefined) return [];
  return yield* symbolsBelow(document, [], document.value);
}

function* symbolsBelow(
  document: SourceDocument,
  path: Path,
  value: unknown,
): Steps<readonly DocumentSymbol[]> {
  const found: DocumentSymbol[] = [];
  for (const [key, child] of entriesOf(value)) {
    found.push(yield* symbolOf(document, [...path, key], child));
    if (path.length === 1) yield;
  }
  return found;
}

function* symbolOf(document: SourceDocument, path: Path, value: unknown): Steps<DocumentSymbol> {
  const kind = kindOf(document.file, path);
  const isOpen = kind !== 'column' && value !== null && typeof value === 'object' && !Array.isArray(value);
  const below = isOpen ? yield* symbolsBelow(document, path, value) : [];
  return {
    name: String(path.at(-1)),
    kind,
    detail: detailOf(kind, value),
    ...rangesOf(document, path),
    children: path.at(-1) === 'checks' ? checksOf(document, path, value) : below,
  };
}

function kindOf(file: ProjectFile, path: Path): DocumentSymbol['kind'] {
  if (file === schemaFile) {
    const [section, , setting] = path;
    if (section !== 'tables') return 'setting';
    if (path.length === 2) return 'dataset';
    if (setting === 'columns' && path.length === 4) return 'column';
    return path.length === 1 || (setting === 'columns' && path.length === 3) ? 'section' : 'setting';
  }
  if (path[0] === 'environments' && path.length === 2) return 'environment';
  const [section] = path[0] === 'environments' ? path.slice(2) : path;
  const depth = path[0] === 'environments' ? path.length - 2 : path.length;
  if (path.length === 1 && (section === 'sources' || path[0] === 'environments')) return 'section';
  return section === 'sources' && depth === 2
    ? 'dataset'
    : depth === 1 && section === 'sources'
      ? 'section'
      : 'setting';
}

function detailOf(kind: DocumentSymbol['kind'], value: unknown): string {
  if (kind === 'column') {
    const type = entriesOf(value).find(([key]) => key === 'type')?.[1];
    return typeof type === 'string' ? type : 'string';
  }
  const isScalar = value !== null && value !== undefined && typeof value !== 'object';
  return kind === 'setting' && isScalar ? String(value).replace(/\s+/g, ' ').slice(0, 80) : '';
}

function checksOf(document: SourceDocument, path: Path, value: unknown): readonly DocumentSymbol[] {
  if (!Array.isArray(value)) return [];
  return value.map((check, index): DocumentSymbol => {
    const entries = new Map(entriesOf(check));
    const name = entries.get('name');
    const condition =
      typeof check === 'string' ? check : (entries.get('expr') ?? entries.get('table') ?? entries.get('sql'));
    const range = document.rangeOf([...path, index], 'entry');
    return {
      name: typeof name === 'string' && name !== '' ? name : `check_${index + 1}`,
      kind: 'check',
      detail: typeof condition === 'string' ? condition.replace(/\s+/g, ' ').slice(0, 80) : '',
      range,
      selectionRange: range,
      children: [],
    };
  });
}

function rangesOf(document: SourceDocument, path: Path): Pick<DocumentSymbol, 'range' | 'selectionRange'> {
  const selectionRange = document.rangeOf(path, 'key');
  const range = document.rangeOf(path, 'entry');
  return {
    range: {
      start: Math.min(range.start, selectionRange.start),
      end: Math.max(range.end, selectionRange.end),
    },
    selectionRange,
  };
}
