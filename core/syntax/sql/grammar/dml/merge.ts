import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { expect, expectAll } from '../../parser/expect.ts';
import { closeParenthesis } from '../../parser/lists.ts';
import { advance, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { DmlStatement, MergeClause } from '../../tree/dml.ts';
import type { NameReference } from '../../tree/node.ts';
import type { Query, With } from '../../tree/query.ts';
import { parseNameReference } from '../names.ts';
import { parseTableAlias } from '../query/relation-parts.ts';
import { parseChangeTarget } from './change-target.ts';
import { parseMergeClause } from './merge-clause.ts';

/** `MERGE INTO t USING s ON … WHEN MATCHED THEN …`; `MERGE` comes next. */
export function parseMerge(parser: Parser, first: number, with_: With | null): DmlStatement {
  advance(parser);
  const isEvolving = parser.isFour && take(parser, k.WITH);
  if (isEvolving) expectAll(parser, k.SCHEMA, k.EVOLUTION);
  expect(parser, k.INTO);
  const target = parseChangeTarget(parser);
  expect(parser, k.USING);
  const source = parseSource(parser);
  const sourceAlias = parseTableAlias(parser);
  expect(parser, k.ON);
  const on = parser.rules.expression(parser);
  const clauses: MergeClause[] = [];
  let least: MergeClause['match'] = 'matched';
  while (isNext(parser, k.WHEN)) {
    const clause = parseMergeClause(parser, least);
    clauses.push(clause);
    least = clause.match;
  }
  const parts = { isEvolving, target, source, sourceAlias, on, clauses };
  return { kind: 'merge', first, last: lastRead(parser), with: with_, ...parts };
}

function parseSource(parser: Parser): NameReference | Query {
  if (!isNext(parser, s['('])) return parseNameReference(parser, 'a table, or a query in parentheses');
  advance(parser);
  const query = parser.rules.query(parser);
  closeParenthesis(parser);
  return query;
}
