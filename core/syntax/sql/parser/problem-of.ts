import type { Parser } from './parser.ts';

/**
 * Tells what is wrong with all of a statement that begins at the token `first`: Spark reads such a statement as one text and
 * names its first word. What is underlined goes from `from` to the last token that was read.
 */
export function problemOf(parser: Parser, first: number, from: number, message: string): void {
  const offset = parser.starts[first] ?? 0;
  const last = Math.max(first, parser.at - 1);
  const start = parser.starts[Math.min(from, last)] ?? offset;
  parser.problems.push({
    code: 'sql-syntax',
    message,
    range: { start, end: parser.ends[last] ?? start },
    offset,
  });
  parser.lastProblemAt = parser.at;
}
