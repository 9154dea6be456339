import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { closerOf, runEndOf } from '../../parser/brackets.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { isNext, type Parser } from '../../parser/parser.ts';
import { isQueryStart } from '../../parser/query-start.ts';

/** Tokens after a query in parentheses that make it a part of a longer query. */
export function goesOnAsQuery(code: number): boolean {
  switch (code) {
    case s[')']:
    case s['|>']:
    case k.UNION:
    case k.EXCEPT:
    case k.MINUS:
    case k.INTERSECT:
    case k.ORDER:
    case k.CLUSTER:
    case k.DISTRIBUTE:
    case k.SORT:
    case k.WINDOW:
    case k.LIMIT:
    case k.OFFSET:
      return true;
    default:
      return false;
  }
}

/** Whether the rows of a `VALUES` at `at` are joined with something, which makes them a relation. */
function isJoined({ codes, end }: Parser, at: number): boolean {
  let depth = 0;
  for (let index = at + 1; index < end; index += 1) {
    const code = codes[index];
    if (code === s['(']) depth += 1;
    else if (code === s[')']) depth -= 1;
    if (depth < 0 || (depth === 0 && (code === k.UNION || code === k.ORDER))) return false;
    if (depth === 0 && code === k.JOIN) return true;
  }
  return false;
}

/** Whether the `(` that comes next holds a query, and not an expression or relation. */
export function isQueryInParentheses(parser: Parser): boolean {
  if (!isNext(parser, s['('])) return false;
  const { codes } = parser;
  const inner = runEndOf(parser, parser.at);
  const code = codes[inner] ?? 0;
  if (!isQueryStart(code)) return false;
  if (code === k.VALUES && isJoined(parser, inner)) return !isUsual(parser, choice.parenthesis);
  if (inner > parser.at + 1) {
    const after = codes[closerOf(parser, parser.at + 1) + 1] ?? 0;
    return goesOnAsQuery(after) === isUsual(parser, choice.parenthesis);
  }
  // `MAP(…)`, `values.x`: names of functions and columns.
  const next = codes[inner + 1];
  const isLikelyName =
    next === s['.'] ||
    next === s[','] ||
    next === s[')'] ||
    ((code === k.MAP || code === k.REDUCE || code === k.TABLE) && next === s['(']);
  return isLikelyName !== isUsual(parser, choice.parenthesis);
}
