import type { Parser } from './parser.ts';
import type { SqlProblem } from './problem.ts';
import { quote } from './quote.ts';

/** The problem that something else was expected at the token that comes next. */
export function describeSyntaxProblem(
  parser: Pick<Parser, 'at' | 'end' | 'text' | 'starts' | 'ends'> & { readonly taken?: number },
  expected: string,
): SqlProblem {
  const { at, end, text, starts, ends } = parser;
  const start = at >= end ? text.length : (starts[at] ?? text.length);
  // Of `>>` a type may have taken the first sign.
  const offset = start + (at >= end ? 0 : (parser.taken ?? 0));
  const range = at >= end ? endRange(parser) : { start, end: ends[at] ?? offset };
  const found =
    at >= end ? 'the statement ends' : `${quote(text.slice(range.start, range.end))} stands there`;
  return { code: 'sql-syntax', message: `${place(parser, expected)}, but ${found}.`, range, offset };
}

function place(
  { at, text, starts, ends }: Pick<Parser, 'at' | 'text' | 'starts' | 'ends'>,
  expected: string,
): string {
  if (expected === theEnd) return 'The statement should end here';
  const before = at === 0 ? '' : text.slice(starts[at - 1], ends[at - 1]);
  return `${capitalize(expected)} is expected${before === '' ? '' : ` after ${quote(before)}`}`;
}

/** What is expected where nothing more can follow. */
export const theEnd = 'the end of the statement';

/** The end of the last token: what is missing at the end is missing behind it. */
function endRange({ end, ends }: Pick<Parser, 'end' | 'ends'>): SqlProblem['range'] {
  const last = ends[end - 1] ?? 0;
  return { start: Math.max(0, last - 1), end: last };
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
