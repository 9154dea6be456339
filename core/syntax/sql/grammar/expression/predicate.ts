import { k } from '../../lexer/keywords.ts';
import { isStringCode, s } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect, expectOneOf, problemHere } from '../../parser/expect.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { closeForm, form, openForm } from '../../parser/open-forms.ts';
import { advance, codeAt, firstHere, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Expression, Predicate } from '../../tree/expression.ts';
import type { Query } from '../../tree/query.ts';
import { isQueryInParentheses } from './parentheses.ts';

type Found = Pick<Predicate, 'test' | 'operands'> & { readonly escape?: number };

/** A value, with at most one predicate after it: `BETWEEN`, `IN`, `LIKE`, `RLIKE`, `IS …`. */
export function parsePredicate(parser: Parser): Expression {
  const first = firstHere(parser);
  const subject = parser.rules.valueExpression(parser);
  const isNegated = isNext(parser, k.NOT) || isNext(parser, s['!']);
  if (!isPredicateWord(codeAt(parser, isNegated ? 1 : 0), isNegated)) {
    // Nothing else begins with `!` behind a value.
    if (take(parser, s['!'])) problemHere(parser, '`IN`, `LIKE`, `RLIKE` or `BETWEEN`');
    return subject;
  }
  if (!isUsual(parser, choice.operator)) return subject;
  if (isNegated && parser.at + 1 === parser.namesFrom) return subject;
  if (isNegated) advance(parser);
  const found = parseTest(parser);
  const isNot = isNegated || (found.isNot ?? false);
  const { test, operands } = found;
  return {
    kind: 'predicate',
    first,
    last: lastRead(parser),
    test,
    isNegated: isNot,
    subject,
    operands,
    escape: found.escape ?? null,
  };
}

function isPredicateWord(code: number, isNegated: boolean): boolean {
  switch (code) {
    case k.BETWEEN:
    case k.IN:
    case k.LIKE:
    case k.ILIKE:
    case k.RLIKE:
    case k.REGEXP:
      return true;
    default:
      return code === k.IS && !isNegated;
  }
}

function parseTest(parser: Parser): Found & { readonly isNot?: boolean } {
  const word = codeAt(parser);
  advance(parser);
  switch (word) {
    case k.BETWEEN: {
      const low = parser.rules.valueExpression(parser);
      expect(parser, k.AND);
      return { test: 'between', operands: [low, parser.rules.valueExpression(parser)] };
    }
    case k.IN:
      return parseIn(parser);
    case k.LIKE:
    case k.ILIKE:
      return parseLike(parser, word === k.LIKE ? 'like' : 'ilike');
    case k.IS:
      return parseIs(parser);
    default:
      return { test: 'rlike', operands: [parser.rules.valueExpression(parser)] };
  }
}

function parseIn(parser: Parser): Found {
  const isQuery = isQueryInParentheses(parser);
  if (!expect(parser, s['('])) return { test: 'in', operands: [] };
  openForm(parser, form.in, parser.at - 2);
  const operands: (Expression | Query)[] = isQuery
    ? [parser.rules.query(parser)]
    : parseSeries(parser, parser.rules.expression);
  closeParenthesis(parser);
  closeForm(parser);
  return { test: isQuery ? 'in-query' : 'in', operands };
}

function parseLike(parser: Parser, test: 'like' | 'ilike'): Found {
  const isQuantified =
    (isNext(parser, k.ANY, s['(']) || isNext(parser, k.SOME, s['(']) || isNext(parser, k.ALL, s['('])) &&
    isUsual(parser, choice.modifier);
  if (isQuantified) {
    parser.at += 2;
    if (take(parser, s[')'])) return { test: 'like-quantified', operands: [] };
    const operands = parseSeries(parser, parser.rules.expression);
    closeParenthesis(parser);
    return { test: 'like-quantified', operands };
  }
  const pattern = parser.rules.valueExpression(parser);
  if (!isNext(parser, k.ESCAPE) || !isUsual(parser, choice.operator)) return { test, operands: [pattern] };
  advance(parser);
  const escapeAt = parser.at;
  if (isStringCode(codeAt(parser))) advance(parser);
  else problemHere(parser, 'the escape character as a string');
  return { test, operands: [pattern], escape: escapeAt };
}

function parseIs(parser: Parser): Found & { readonly isNot: boolean } {
  const isNot = take(parser, k.NOT) || take(parser, s['!']);
  if (take(parser, k.DISTINCT)) {
    expect(parser, k.FROM);
    return { test: 'is-distinct', isNot, operands: [parser.rules.valueExpression(parser)] };
  }
  const word = expectOneOf(parser, k.NULL, k.TRUE, k.FALSE, k.UNKNOWN);
  return { test: word === k.NULL || word === 0 ? 'is-null' : 'is-truth', isNot, operands: [] };
}
