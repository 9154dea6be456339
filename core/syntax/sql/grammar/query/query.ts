import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect } from '../../parser/expect.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { enterNesting, leaveNesting } from '../../parser/nesting.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { PipeOperator } from '../../tree/pipe.ts';
import type { CommonTable, Query, QueryTerm, SetBranch, With } from '../../tree/query.ts';
import { parseIdentifierList, parseStrictName } from '../names.ts';
import { parseOrganization } from './organization.ts';
import { parseQueryPrimary } from './query-primary.ts';

/** `WITH …` and terms, with pipes, and what orders and cuts their rows. */
export function parseQuery(parser: Parser): Query {
  const first = parser.at;
  const with_ = isNext(parser, k.WITH) ? parseWith(parser) : null;
  return parseQueryBody(parser, first, with_);
}

/** A query whose `WITH`, if there is one, is read already. */
export function parseQueryBody(parser: Parser, first: number, with_: With | null): Query {
  if (!enterNesting(parser)) {
    const body = { kind: 'missing', first: parser.at, last: lastRead(parser) } as const;
    return { kind: 'query', first, last: lastRead(parser), with: with_, body, organization: null, pipes: [] };
  }
  const body = parseSetOperation(parser);
  const pipes = parser.isFour && isNext(parser, s['|>']) ? parsePipes(parser) : [];
  const organization = parseOrganization(parser);
  leaveNesting(parser);
  return { kind: 'query', first, last: lastRead(parser), with: with_, body, organization, pipes };
}

/** Steps of a pipe. After one, a set operation needs no `|>` and takes all that is read so far. */
function parsePipes(parser: Parser): PipeOperator[] {
  const pipes: PipeOperator[] = [];
  for (;;) {
    const first = parser.at;
    const operator = operatorOf(codeAt(parser));
    if (isNext(parser, s['|>'])) pipes.push(parser.rules.pipe(parser));
    else if (operator !== null && isUsual(parser, choice.operator)) {
      const parseTerm = operator === 'intersect' ? parseQueryPrimary : parseIntersections;
      const branch = parseSetBranch(parser, operator, parseTerm);
      pipes.push({ kind: 'pipe-set-operation', first, last: lastRead(parser), branch });
    } else return pipes;
  }
}

/** `WITH a AS (…), b (x) AS (…)`; `WITH` comes next. */
export function parseWith(parser: Parser): With {
  const first = parser.at;
  advance(parser);
  const isRecursive = parser.isFour && isNext(parser, k.RECURSIVE) && !isCommonTableName(parser);
  if (isRecursive) advance(parser);
  const tables = parseSeries(parser, parseCommonTable);
  return { first, last: lastRead(parser), isRecursive, tables };
}

/** `WITH recursive AS (…)`: a table of that name. */
function isCommonTableName(parser: Parser): boolean {
  const next = codeAt(parser, 1);
  return next === s['('] || (next === k.AS && codeAt(parser, 2) === s['(']);
}

function parseCommonTable(parser: Parser): CommonTable {
  const first = parser.at;
  const isRead = enterNesting(parser);
  const name = parseStrictName(parser, 'the name of a common table');
  const isList = isNext(parser, s['(']) && isColumnList(parser);
  const columns = isList ? parseIdentifierList(parser, 'the name of a column') : [];
  take(parser, k.AS);
  expect(parser, s['(']);
  const query = parser.rules.query(parser);
  closeParenthesis(parser);
  if (isRead) leaveNesting(parser);
  return { first, last: lastRead(parser), name, columns, query };
}

/** `t (a, b) AS (…)` and not `t (SELECT …)`. */
function isColumnList(parser: Parser): boolean {
  const next = codeAt(parser, 2);
  return next === s[','] || next === s[')'];
}

/** Whether a token is `UNION`, `EXCEPT`, `MINUS` or `INTERSECT`. */
export function isSetOperator(code: number): boolean {
  return operatorOf(code) !== null;
}

function operatorOf(code: number): SetBranch['operator'] | null {
  switch (code) {
    case k.UNION:
      return 'union';
    case k.EXCEPT:
      return 'except';
    case k.MINUS:
      return 'minus';
    case k.INTERSECT:
      return 'intersect';
    default:
      return null;
  }
}

/** Terms with `UNION`, `EXCEPT`, `MINUS` between them, and `INTERSECT`, which binds tighter. */
function parseSetOperation(parser: Parser): QueryTerm {
  return parseSetChain(parser, parseIntersections, (operator) => operator !== 'intersect');
}

function parseIntersections(parser: Parser): QueryTerm {
  return parseSetChain(parser, parseQueryPrimary, (operator) => operator === 'intersect');
}

function parseSetChain(
  parser: Parser,
  parseTerm: (parser: Parser) => QueryTerm,
  isOurs: (operator: SetBranch['operator']) => boolean,
): QueryTerm {
  const first = parser.at;
  const head = parseTerm(parser);
  const rest: SetBranch[] = [];
  for (;;) {
    const operator = operatorOf(codeAt(parser));
    if (operator === null || !isOurs(operator) || !isUsual(parser, choice.operator)) break;
    rest.push(parseSetBranch(parser, operator, parseTerm));
  }
  if (rest.length === 0) return head;
  return { kind: 'set-operation', first, last: lastRead(parser), head, rest };
}

function parseSetBranch(
  parser: Parser,
  operator: SetBranch['operator'],
  parseTerm: (parser: Parser) => QueryTerm,
): SetBranch {
  const first = parser.at;
  advance(parser);
  const quantifier = take(parser, k.ALL) ? 'all' : take(parser, k.DISTINCT) ? 'distinct' : null;
  const term = parseTerm(parser);
  return { first, last: lastRead(parser), operator, quantifier, term };
}

/** The branch of a set operation as a pipe step; the operator comes next. */
export function parseSetBranchStep(parser: Parser): SetBranch {
  return parseSetBranch(parser, operatorOf(codeAt(parser)) ?? 'union', parseQueryPrimary);
}
