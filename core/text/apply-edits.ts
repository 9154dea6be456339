import type { TextEdit } from '../contracts/finding.ts';

/** The text with edits made, which stand in order and do not overlap; ranges are in UTF-16 code units of the text before. */
export function applyEdits(text: string, edits: readonly Pick<TextEdit, 'range' | 'newText'>[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { range, newText } of edits) {
    parts.push(text.slice(at, range.start), newText);
    at = range.end;
  }
  return [...parts, text.slice(at)].join('');
}
