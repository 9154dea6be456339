import { scan } from '../../syntax/sql/lexer/scan.ts';

/**
 * Tokens and comments of a text as one list, each as it is written but for blanks in comments. Two texts of the same list say the same to
 * Spark, and to whoever reads them.
 */
export function writtenTokens(text: string): readonly string[] {
  const { starts, ends, end } = scan(text);
  const found: string[] = [];
  let at = 0;
  for (let index = 0; index <= end; index += 1) {
    const start = starts[index] ?? text.length;
    found.push(...commentsIn(text.slice(at, start)));
    if (index < end) found.push(text.slice(start, ends[index]));
    at = ends[index] ?? start;
  }
  return found;
}

/** The comments of what stands between two tokens, blanks at the ends of lines left out. */
function commentsIn(gap: string): readonly string[] {
  if (gap.trim() === '') return [];
  return gap
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '');
}

export function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((token, index) => token === other[index]);
}
