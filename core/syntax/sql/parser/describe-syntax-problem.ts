import type { Parser } from './parser.ts';
import type { SqlProblem } from './problem.ts';

/** The problem that something else was expected at the token that comes next. */
export function describeSyntaxProblem(parser: Parser, expected: string): SqlProblem {
  const { at, end, text, starts, ends } = parser;
  const start = at >= end ? text.length : (starts[at] ?? text.length);
  // Of `>>` a type may have taken the first sign.
  const offset = start + (at >= end ? 0 : parser.taken);
  const range = at >= end ? endRange(parser) : { start, end: ends[at] ?? offset };
  const found =
    at >= end ? 'the statement ends' : `\`${shorten(text.slice(range.start, range.end))}\` stands there`;
  return {
    code: 'sql-syntax',
    message: `${capitalize(expected)} is expected here, but ${found}.`,
    range,
    offset,
  };
}

/** The end of the last token: what is missing at the end is missing behind it. */
function endRange({ end, ends }: Parser): SqlProblem['range'] {
  const last = ends[end - 1] ?? 0;
  return { start: Math.max(0, last - 1), end: last };
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
