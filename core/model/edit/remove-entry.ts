import type { TextEdit } from '../../contracts/finding.ts';
import { lineStartOf, readLine } from '../../syntax/yaml/cursor/read-line.ts';
import { entriesOf } from '../../text/value-at.ts';
import { writtenAt } from '../written-at.ts';
import type { Target } from './add-entry.ts';

/**
 * Takes an entry out of a mapping. In a block its lines go, and with the last one the key that held them; within braces it goes with a comma.
 * Null where that is not safe.
 */
export function removeEntry(target: Target): TextEdit | null {
  const { project, file, path } = target;
  const document = project.documents[file];
  const parent = path.slice(0, -1);
  const count = entriesOf(writtenAt(project, file, parent)).length;
  if (document === undefined || count === 0) return null;
  return count === 1 ? removeLast(target, parent) : removeOne(target, document.rangeOf(path, 'entry'));
}

/** The same for an item of a list. */
export function removeItem(target: Target): TextEdit | null {
  const { project, file, path } = target;
  const document = project.documents[file];
  const parent = path.slice(0, -1);
  const items = writtenAt(project, file, parent);
  if (document === undefined || !Array.isArray(items) || items.length === 0) return null;
  return items.length === 1
    ? removeEntry({ ...target, path: parent })
    : removeOne(target, document.rangeOf(path));
}

/** What held only this becomes empty braces, so that the mapping stays one. */
function removeLast({ project, file }: Target, parent: Target['path']): TextEdit | null {
  const document = project.documents[file];
  const range = document?.rangeOf(parent);
  if (document === undefined || range === undefined) return null;
  const isFlow = document.text[range.start] === '{';
  return isFlow ? { file, range, newText: '{}' } : null;
}

function removeOne(
  { project, file }: Target,
  range: { readonly start: number; readonly end: number },
): TextEdit | null {
  const text = project.documents[file]?.text ?? '';
  const line = readLine(text, lineStartOf(text, range.start));
  const [first] = line.levels;
  const isFirst =
    first?.kind === 'item' ? range.start === line.rest.start : range.start === first?.range.start;
  if (isFirst && /^[ \t]*(?:#.*)?\r?$/m.test(restOfLine(text, range.end))) {
    const end = text.indexOf('\n', range.end);
    return end === -1
      ? { file, range: { start: Math.max(0, line.start - 1), end: text.length }, newText: '' }
      : { file, range: { start: line.start, end: end + 1 }, newText: '' };
  }
  const after = /^\s*,[ \t]*/.exec(text.slice(range.end))?.[0].length ?? null;
  if (after !== null) return { file, range: { start: range.start, end: range.end + after }, newText: '' };
  const before = /,\s*$/.exec(text.slice(0, range.start).slice(-200))?.[0].length ?? null;
  return before === null
    ? null
    : { file, range: { start: range.start - before, end: range.end }, newText: '' };
}

function restOfLine(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return text.slice(from, end === -1 ? text.length : end);
}
