import type { YamlProblem } from '../tree.ts';
import { blockLines } from './block-lines.ts';

const odd = /^[ \t]*[\u00a0\u2000-\u200a\u202f\u205f\u3000][ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]*/;

/**
 * The text with plain spaces in the place of other blanks that indent its lines (they come along when text is copied from a page or a
 * chat), of the same length, and the problem that tells of them; null when there are none.
 */
export function replaceOddBlanks(
  text: string,
): { readonly text: string; readonly problem: YamlProblem } | null {
  const edits = blockLines(text).flatMap(({ start, end }) => {
    const blanks = odd.exec(text.slice(start, end))?.[0];
    if (blanks === undefined) return [];
    return [{ range: { start, end: start + blanks.length }, newText: ' '.repeat(blanks.length) }];
  });
  const [first] = edits;
  if (first === undefined) return null;
  let plain = text;
  for (const { range, newText } of edits)
    plain = plain.slice(0, range.start) + newText + plain.slice(range.end);
  const message =
    'A blank that is no plain space (such as one from a web page) stands in the indentation; use spaces.';
  const fixes = [{ title: 'Indent with spaces', edits }];
  return {
    text: plain,
    problem: { code: 'yaml-syntax', severity: 'error', message, range: first.range, fixes },
  };
}
