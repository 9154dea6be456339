import type { TextEdit } from '../../contracts/finding.ts';
import { readCursor } from '../../syntax/yaml/cursor/read-cursor.ts';
import { lineEndOf, lineStartOf, readLine } from '../../syntax/yaml/cursor/read-line.ts';
import { entriesOf } from '../../text/value-at.ts';
import type { Path, Project, ProjectFile } from '../project.ts';
import { writtenAt } from '../written-at.ts';

/** A mapping or list of a project file that something is to be added to. */
export interface Target {
  readonly project: Project;
  readonly file: ProjectFile;
  readonly path: Path;
}

/** What is added, as it stands in a block and within braces; lines of `block` below the first are indented from it. */
export interface Entry {
  readonly block: string;
  readonly flow: string;
  /** It is the first item of a list, and not an entry of a mapping. */
  readonly isItem?: boolean;
}

/**
 * Adds an entry behind the last one of a mapping, on a line of its own or within the braces. Null where that is not safe: the
 * path holds something else, or is written by an alias.
 */
export function addEntry(target: Target, entry: Entry): TextEdit | null {
  const { project, file, path } = target;
  const { block, flow } = entry;
  const document = project.documents[file];
  if (document === undefined) return null;
  const { text } = document;
  const value = writtenAt(project, file, path);
  const range = document.rangeOf(path);
  if (value === null) return fillEmpty(target, entry);
  const keys = entriesOf(value).map(([key]) => key);
  const [first] = keys;
  if (text[range.start] === '{') {
    const last = keys.length === 0 ? null : lastEnd(target, keys);
    if (last !== null && (last <= range.start || last >= range.end)) return null;
    return insert(file, last ?? range.start + 1, last === null ? flow : `, ${flow}`);
  }
  if (first === undefined || text[range.start] === '*') return null;
  const { start } = document.rangeOf([...path, first], 'key');
  const end = lastEnd(target, keys);
  if (start < range.start || end > range.end) return null;
  const indent = start - lineStartOf(text, start);
  return insert(file, lineEndOf(text, end), below(text, indent, block));
}

/** Adds an item behind the last one of a list, or makes a list of the one value that stands there. Null where that is not safe. */
export function addItem({ project, file, path }: Target, item: string): TextEdit | null {
  const document = project.documents[file];
  const value = writtenAt(project, file, path);
  if (document === undefined || value === undefined || value === null) return null;
  const { text } = document;
  const range = document.rangeOf(path);
  const written = text.slice(range.start, range.end);
  if (!Array.isArray(value)) {
    if (typeof value !== 'string' || /^[*&!|>]|\n/.test(written)) return null;
    return { file, range, newText: `[${written}, ${item}]` };
  }
  const last = value.length === 0 ? null : document.rangeOf([...path, value.length - 1]);
  if (written.startsWith('[')) {
    return insert(file, last === null ? range.start + 1 : last.end, last === null ? item : `, ${item}`);
  }
  if (last === null || last.start < range.start || last.end > range.end) return null;
  const [dash] = readLine(text, lineStartOf(text, document.rangeOf([...path, 0]).start)).levels;
  if (dash?.kind !== 'item') return null;
  return insert(file, lineEndOf(text, last.end), below(text, dash.column, `- ${item}`));
}

/** Adds an entry to a top-level section, which is made at the end of the file when there is none. */
export function addToSection(
  project: Project,
  { file, section, block, flow }: { file: ProjectFile; section: string; block: string; flow: string },
): TextEdit | null {
  const document = project.documents[file];
  if (document === undefined) return null;
  if (writtenAt(project, file, [section]) !== undefined) {
    return addEntry({ project, file, path: [section] }, { block, flow });
  }
  const { text } = document;
  if (/^\s*[{[]/.test(text)) return null;
  const gap = text === '' || text.endsWith('\n') ? '' : newline(text);
  return insert(file, text.length, `${gap}${section}:${below(text, 2, block)}${newline(text)}`);
}

/** `key:` with nothing behind it. */
function fillEmpty({ project, file, path }: Target, { block, flow, isItem }: Entry): TextEdit | null {
  const document = project.documents[file];
  if (document === undefined || path.length === 0) return null;
  const { text } = document;
  const key = document.rangeOf(path, 'key');
  const cursor = readCursor(text, key.start);
  const colon = /^["']?\s*:/.exec(text.slice(key.end))?.[0].length;
  if (cursor === null || colon === undefined) return null;
  const after = key.end + colon;
  if (cursor.isFlow) return insert(file, after, isItem === true ? ` [${flow}]` : ` {${flow}}`);
  const rest = text.slice(after, lineEndOf(text, after));
  if (!/^\s*(?:#.*)?$/.test(rest)) return null;
  const column = key.start - lineStartOf(text, key.start);
  return insert(file, lineEndOf(text, after), below(text, column + 2, block));
}

function lastEnd({ project, file, path }: Target, keys: readonly string[]): number {
  const document = project.documents[file];
  const ends = keys.map((key) => document?.rangeOf([...path, key], 'entry').end ?? 0);
  return Math.max(0, ...ends);
}

function below(text: string, indent: number, block: string): string {
  const space = ' '.repeat(indent);
  return block
    .split('\n')
    .map((line) => `${newline(text)}${space}${line}`)
    .join('');
}

function newline(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function insert(file: string, at: number, newText: string): TextEdit {
  return { file, range: { start: at, end: at }, newText };
}
