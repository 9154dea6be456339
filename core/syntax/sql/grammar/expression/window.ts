import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect, expectOneOf, problemHere } from '../../parser/expect.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { closeForm, form, openForm } from '../../parser/open-forms.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Expression } from '../../tree/expression.ts';
import type { SortItem } from '../../tree/query.ts';
import type { FrameBound, NamedWindow, WindowFrame, WindowSpecification } from '../../tree/window.ts';
import { isName, parseStrictName } from '../names.ts';
import { parseSortItem } from './sort-item.ts';

/** What stands after `OVER` or after `name AS` of a `WINDOW` clause. */
export function parseWindowSpecification(parser: Parser): WindowSpecification {
  const first = parser.at;
  const none = { partitionBy: [], orderBy: [], frame: null };
  if (!isNext(parser, s['('])) {
    const name = parseStrictName(parser, 'a window in parentheses or its name');
    return { kind: 'window', first, last: lastRead(parser), name, ...none };
  }
  advance(parser);
  if (isName(parser) && codeAt(parser, 1) === s[')']) {
    const name = parseStrictName(parser);
    advance(parser);
    return { kind: 'window', first, last: lastRead(parser), name, ...none };
  }
  let partitionBy: Expression[] = [];
  let orderBy: SortItem[] = [];
  const isClustered = isNext(parser, k.CLUSTER);
  if (isClustered || isNext(parser, k.PARTITION) || isNext(parser, k.DISTRIBUTE)) {
    advance(parser);
    expect(parser, k.BY);
    partitionBy = parseSeries(parser, parser.rules.expression);
  }
  if (!isClustered && (isNext(parser, k.ORDER) || isNext(parser, k.SORT))) {
    advance(parser);
    expect(parser, k.BY);
    orderBy = parseSeries(parser, parseSortItem);
  }
  const frame = isNext(parser, k.ROWS) || isNext(parser, k.RANGE) ? parseFrame(parser) : null;
  closeParenthesis(parser);
  return { kind: 'window', first, last: lastRead(parser), name: null, partitionBy, orderBy, frame };
}

function parseFrame(parser: Parser): WindowFrame {
  const first = parser.at;
  const unit = isNext(parser, k.ROWS) ? 'rows' : 'range';
  advance(parser);
  if (!isNext(parser, k.BETWEEN) || !isUsual(parser, choice.form)) {
    const start = parseBound(parser);
    return { first, last: lastRead(parser), unit, start, end: null };
  }
  advance(parser);
  const start = parseBound(parser);
  expect(parser, k.AND);
  const end = parseBound(parser);
  return { first, last: lastRead(parser), unit, start, end };
}

function parseBound(parser: Parser): FrameBound {
  const first = parser.at;
  if (isNext(parser, k.UNBOUNDED) && isUsual(parser, choice.form)) {
    advance(parser);
    const side = expectOneOf(parser, k.PRECEDING, k.FOLLOWING);
    const bound = side === k.FOLLOWING ? 'unbounded-following' : 'unbounded-preceding';
    return { first, last: lastRead(parser), bound, offset: null };
  }
  if (isNext(parser, k.CURRENT, k.ROW)) {
    parser.at += 2;
    return { first, last: lastRead(parser), bound: 'current-row', offset: null };
  }
  const offset = parser.rules.expression(parser);
  const isFollowing = take(parser, k.FOLLOWING);
  if (!isFollowing && !take(parser, k.PRECEDING)) problemHere(parser, '`PRECEDING` or `FOLLOWING`');
  return { first, last: lastRead(parser), bound: isFollowing ? 'following' : 'preceding', offset };
}

/** `WINDOW a AS (…), b AS (…)`; `WINDOW` comes next. */
export function parseWindowClause(parser: Parser): NamedWindow[] {
  openForm(parser, form.order, parser.at);
  advance(parser);
  const windows = parseSeries(parser, (inner) => {
    const first = inner.at;
    const name = parseStrictName(inner, 'the name of a window');
    expect(inner, k.AS);
    const window = parseWindowSpecification(inner);
    return { first, last: lastRead(inner), name, window };
  });
  closeForm(parser);
  return windows;
}
