import type { Range } from '../../contracts/finding.ts';
import type { BlockEdit, YamlProblem } from './tree.ts';

/** Spans of an entry's key and of all of it, value and all. */
export interface EntrySpan {
  readonly key: Range;
  readonly entry: Range;
}

/** The problem of a key that stands twice in a mapping of `text`, with the removal of the one or the other. */
export function duplicateKey(
  key: string,
  { text, second, first }: { readonly text: string; readonly second: EntrySpan; readonly first: EntrySpan },
): YamlProblem {
  const fixes = [
    { title: `Remove this second \`${key}\``, edit: removal(text, second.entry) },
    { title: `Remove the first \`${key}\``, edit: removal(text, first.entry) },
  ].flatMap(({ title, edit }) => (edit === null ? [] : [{ title, edits: [edit] }]));
  return {
    code: 'duplicate-key',
    severity: 'error',
    message: `Key \`${key}\` stands twice in this mapping; keep one.`,
    range: second.key,
    related: first.key,
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

/** Takes an entry away with its lines, or with its comma between braces; null for one that begins behind a dash. */
function removal(text: string, { start, end }: Range): BlockEdit | null {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (/^\s*$/.test(text.slice(lineStart, start))) {
    const found = text.indexOf('\n', end);
    if (found !== -1) return { range: { start: lineStart, end: found + 1 }, newText: '' };
    return { range: { start: Math.max(0, lineStart - 1), end: text.length }, newText: '' };
  }
  const after = /^\s*,\s*/.exec(text.slice(end, end + 200))?.[0];
  if (after !== undefined) return { range: { start, end: end + after.length }, newText: '' };
  const before = /,\s*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0];
  return before === undefined ? null : { range: { start: start - before.length, end }, newText: '' };
}
