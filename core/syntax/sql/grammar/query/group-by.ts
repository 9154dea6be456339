import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { closerOf } from '../../parser/brackets.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect } from '../../parser/expect.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { enterNesting, leaveNesting } from '../../parser/nesting.ts';
import { advance, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { Expression } from '../../tree/expression.ts';
import type { Node } from '../../tree/node.ts';
import type { GroupBy, GroupByOf, GroupingAnalytics } from '../../tree/query.ts';
import { parseAlias } from '../names.ts';

/** `GROUP BY a, ROLLUP(b), GROUPING SETS((c), ())`; `GROUP BY` comes next. */
export function parseGroupBy(parser: Parser): GroupBy {
  return parseGroupByOf(parser, parseItem);
}

/** The same with other items than expressions. */
export function parseGroupByOf<Item extends Node>(
  parser: Parser,
  parseOne: (parser: Parser) => Item,
): GroupByOf<Item> {
  const first = parser.at;
  advance(parser);
  expect(parser, k.BY);
  const elements = parseSeries(parser, (inner) => parseAnalytics(inner) ?? parseOne(inner));
  let modifier: GroupBy['modifier'] = null;
  if (isNext(parser, k.WITH, k.ROLLUP) || isNext(parser, k.WITH, k.CUBE)) {
    modifier = isNext(parser, k.WITH, k.CUBE) ? 'cube' : 'rollup';
    parser.at += 2;
  } else if (isNext(parser, k.GROUPING, k.SETS, s['('])) {
    modifier = parseSets(parser);
  }
  return { first, last: lastRead(parser), elements, modifier };
}

function parseItem(parser: Parser): Expression {
  const expression = parser.rules.expression(parser);
  // Spark 4.0 takes a name here, and does nothing with it.
  if (parser.isFour && !isNext(parser, k.GROUPING, k.SETS)) parseAlias(parser);
  return expression;
}

function parseAnalytics(parser: Parser): GroupingAnalytics | null {
  if (isNext(parser, k.GROUPING, k.SETS, s['(']) && isUsual(parser, choice.form)) return parseSets(parser);
  const isCall = isNext(parser, k.ROLLUP, s['(']) || isNext(parser, k.CUBE, s['(']);
  if (!isCall || !isUsual(parser, choice.form)) return null;
  const first = parser.at;
  const kind = isNext(parser, k.CUBE) ? 'cube' : 'rollup';
  parser.at += 2;
  const elements = parseSeries(parser, parseSet);
  closeParenthesis(parser);
  return { kind, first, last: lastRead(parser), elements };
}

function parseSets(parser: Parser): GroupingAnalytics {
  const first = parser.at;
  if (!enterNesting(parser)) return { kind: 'sets', first, last: lastRead(parser), elements: [] };
  parser.at += 3;
  const elements = parseSeries(parser, (inner) => parseAnalytics(inner) ?? parseSet(inner));
  closeParenthesis(parser);
  leaveNesting(parser);
  return { kind: 'sets', first, last: lastRead(parser), elements };
}

/** `(a, b)`, `()` or one expression. `(a) + 1` is an expression. */
function parseSet(parser: Parser): Expression | GroupingAnalytics {
  if (!isNext(parser, s['('])) return parser.rules.expression(parser);
  const after = parser.codes[closerOf(parser, parser.at) + 1];
  if (after !== s[','] && after !== s[')']) return parser.rules.expression(parser);
  const first = parser.at;
  parser.at += 1;
  const elements = isNext(parser, s[')']) ? [] : parseSeries(parser, parser.rules.expression);
  closeParenthesis(parser);
  return { kind: 'set', first, last: lastRead(parser), elements };
}
