import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect, expectAll } from '../../parser/expect.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { closeForm, form, openForm } from '../../parser/open-forms.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Argument, Call, Expression } from '../../tree/expression.ts';
import type { Identifier } from '../../tree/node.ts';
import type { SortItem } from '../../tree/query.ts';
import { isName, parseIdentifier } from '../names.ts';
import { parseSortItem } from './sort-item.ts';
import { parseWindowSpecification } from './window.ts';

/** What a call begins with: `name(`, where `name` is read already. */
export function parseCall(parser: Parser, first: number, name: readonly Identifier[]): Call {
  openForm(parser, form.call, parser.at - 1);
  advance(parser);
  const call = parseArguments(parser, first, name);
  closeForm(parser);
  return finishCall(parser, call);
}

type CallStart = Pick<Call, 'first' | 'name' | 'arguments'> & Partial<Call>;

/** From behind the `(` to the `)`. */
function parseArguments(parser: Parser, first: number, name: readonly Identifier[]): CallStart {
  const start = parser.at;
  const quantifier = takeQuantifier(parser);
  if (quantifier === null && take(parser, s[')'])) return { first, name, arguments: [] };
  const given = parseSeries(parser, parseArgument);
  if (given.length === 1 && (isNext(parser, k.IGNORE, k.NULLS) || isNext(parser, k.RESPECT, k.NULLS))) {
    const nulls = parser.at;
    parser.at += 2;
    closeParenthesis(parser);
    return { first, name, quantifier, arguments: given, nulls };
  }
  closeParenthesis(parser);
  return { first, name, quantifier: quantifier === null ? null : start, arguments: given };
}

/** Token of `DISTINCT` or `ALL` where it stands before an argument. */
function takeQuantifier(parser: Parser): number | null {
  const isThere = isNext(parser, k.DISTINCT) || isNext(parser, k.ALL);
  if (!isThere) return null;
  const next = codeAt(parser, 1);
  const isLikelyName = next === s[')'] || next === s[','] || next === s['.'] || next === s['('];
  if (
    next === s['('] ? !isUsual(parser, choice.modifier) : isLikelyName === isUsual(parser, choice.modifier)
  ) {
    return null;
  }
  const at = parser.at;
  advance(parser);
  return at;
}

/** `value` or `name => value`. */
export function parseArgument(parser: Parser): Argument {
  const first = parser.at;
  if (isName(parser) && codeAt(parser, 1) === s['=>']) {
    const name = parseIdentifier(parser);
    advance(parser);
    const value = parser.rules.expression(parser);
    return { first, last: lastRead(parser), name, value };
  }
  const value = parser.rules.expression(parser);
  return { first, last: lastRead(parser), name: null, value };
}

/** A call whose `)` is read, with what may follow: `WITHIN GROUP`, `FILTER`, `IGNORE NULLS`, `OVER`. */
export function finishCall(parser: Parser, call: CallStart): Call {
  let withinGroup: readonly SortItem[] = [];
  let filter: Expression | null = null;
  let { nulls = null, over = null } = call;
  if (isNext(parser, k.WITHIN, k.GROUP) && isUsual(parser, choice.clause)) {
    parser.at += 2;
    expectAll(parser, s['('], k.ORDER, k.BY);
    withinGroup = parseSeries(parser, parseSortItem);
    closeParenthesis(parser);
  }
  if (isNext(parser, k.FILTER, s['(']) && isUsual(parser, choice.clause)) {
    parser.at += 2;
    expect(parser, k.WHERE);
    filter = parser.rules.expression(parser);
    closeParenthesis(parser);
  }
  const isNulls = isNext(parser, k.IGNORE, k.NULLS) || isNext(parser, k.RESPECT, k.NULLS);
  if (isNulls && isUsual(parser, choice.clause)) {
    nulls = parser.at;
    parser.at += 2;
  }
  if (isNext(parser, k.OVER) && (isNext(parser, k.OVER, s['(']) || isName(parser, 1))) {
    if (isUsual(parser, choice.operator)) {
      advance(parser);
      over = parseWindowSpecification(parser);
    }
  }
  const { words = [], quantifier = null } = call;
  return {
    kind: 'call',
    first: call.first,
    last: lastRead(parser),
    name: call.name,
    words,
    quantifier,
    arguments: call.arguments,
    withinGroup,
    filter,
    nulls,
    over,
  };
}
