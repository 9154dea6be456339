import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { expect, expectOneOf, problemHere } from '../../parser/expect.ts';
import { closeParenthesis, parseParenthesized, parseSeries } from '../../parser/lists.ts';
import { advance, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { MergeAction, MergeClause } from '../../tree/dml.ts';
import { parseMultipartName } from '../names.ts';
import { parseAssignments } from './assignment.ts';

type Match = MergeClause['match'];

/**
 * One `WHEN … THEN …` of a `MERGE`; `WHEN` comes next. The clauses have an order, so `least` is the kind of the one before: one of
 * an earlier kind cannot follow.
 */
export function parseMergeClause(parser: Parser, least: Match): MergeClause {
  const first = parser.at;
  advance(parser);
  const match = parseMatch(parser, least);
  const condition = take(parser, k.AND) ? parser.rules.expression(parser) : null;
  const action: MergeAction = expect(parser, k.THEN)
    ? parseAction(parser, match)
    : { kind: 'missing', first: parser.at, last: lastRead(parser) };
  return { first, last: lastRead(parser), match, condition, action };
}

function parseMatch(parser: Parser, least: Match): Match {
  if (least === 'matched' && take(parser, k.MATCHED)) return 'matched';
  if (!take(parser, s['!'])) {
    if (least !== 'matched') expect(parser, k.NOT);
    else if (!take(parser, k.NOT)) problemHere(parser, '`MATCHED` or `NOT MATCHED`');
  }
  expect(parser, k.MATCHED);
  if (least === 'not-matched-by-source') {
    if (expect(parser, k.BY)) expect(parser, k.SOURCE);
    return least;
  }
  if (!take(parser, k.BY)) return 'not-matched';
  return expectOneOf(parser, k.TARGET, k.SOURCE) === k.SOURCE ? 'not-matched-by-source' : 'not-matched';
}

function parseAction(parser: Parser, match: Match): MergeAction {
  const first = parser.at;
  if (match === 'not-matched') {
    if (expect(parser, k.INSERT)) return parseInsertAction(parser, first);
  } else if (expectOneOf(parser, k.UPDATE, k.DELETE) === k.UPDATE) {
    expect(parser, k.SET);
    const isAll = match === 'matched' && take(parser, s['*']);
    const assignments = isAll ? '*' : parseAssignments(parser, 'the name of a column');
    return { kind: 'merge-update', first, last: lastRead(parser), assignments };
  } else if (parser.at > first) {
    return { kind: 'merge-delete', first, last: lastRead(parser) };
  }
  return { kind: 'missing', first, last: lastRead(parser) };
}

function parseInsertAction(parser: Parser, first: number): MergeAction {
  if (take(parser, s['*'])) {
    return { kind: 'merge-insert', first, last: lastRead(parser), columns: '*', values: [] };
  }
  if (!isNext(parser, s['('])) problemHere(parser, '`*` or a list of columns in parentheses');
  const columns = parseParenthesized(parser, (inner) => parseMultipartName(inner, 'the name of a column'));
  if (!expect(parser, k.VALUES) || !expect(parser, s['('])) {
    return { kind: 'merge-insert', first, last: lastRead(parser), columns, values: [] };
  }
  const values = parseSeries(parser, parser.rules.expression);
  closeParenthesis(parser);
  return { kind: 'merge-insert', first, last: lastRead(parser), columns, values };
}
