import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { expect } from '../../parser/expect.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Argument, Expression, TableArgument } from '../../tree/expression.ts';
import type { SortItem } from '../../tree/query.ts';
import { parseArgument } from '../expression/call.ts';
import { isQueryInParentheses } from '../expression/parentheses.ts';
import { parseSortItem } from '../expression/sort-item.ts';
import { isName, parseIdentifier, parseNameReference } from '../names.ts';

/** An argument of a table function: an expression, or a table, each with or without a name. */
export function parseTableArgument(parser: Parser): Argument {
  const first = parser.at;
  const isNamed = isName(parser) && codeAt(parser, 1) === s['=>'];
  if (!isTable(parser, isNamed ? 2 : 0)) return parseArgument(parser);
  const name = isNamed ? parseIdentifier(parser) : null;
  if (isNamed) advance(parser);
  const value = parseTable(parser);
  return { first, last: lastRead(parser), name, value };
}

function isTable(parser: Parser, ahead: number): boolean {
  return (
    codeAt(parser, ahead) === k.TABLE && (codeAt(parser, ahead + 1) === s['('] || isName(parser, ahead + 1))
  );
}

function parseTable(parser: Parser): TableArgument {
  const first = parser.at;
  advance(parser);
  let table: TableArgument['table'];
  if (isQueryInParentheses(parser)) {
    advance(parser);
    table = parser.rules.query(parser);
    closeParenthesis(parser);
  } else if (take(parser, s['('])) {
    table = parseNameReference(parser, 'the name of a table').parts;
    closeParenthesis(parser);
  } else {
    table = parseNameReference(parser, 'the name of a table').parts;
  }
  const { partitionBy, orderBy } = parsePartitioning(parser);
  return { kind: 'table-argument', first, last: lastRead(parser), table, partitionBy, orderBy };
}

function parsePartitioning(parser: Parser): {
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly SortItem[];
} {
  let partitionBy: readonly Expression[] = [];
  if (!parser.isFour) return { partitionBy, orderBy: [] };
  if (isNext(parser, k.WITH, k.SINGLE)) {
    parser.at += 2;
    expect(parser, k.PARTITION);
  } else if (isNext(parser, k.PARTITION) || isNext(parser, k.DISTRIBUTE)) {
    advance(parser);
    expect(parser, k.BY);
    partitionBy = [parser.rules.expression(parser)];
  } else {
    return { partitionBy, orderBy: [] };
  }
  if (!isNext(parser, k.ORDER) && !isNext(parser, k.SORT)) return { partitionBy, orderBy: [] };
  advance(parser);
  expect(parser, k.BY);
  if (!isNext(parser, s['('])) return { partitionBy, orderBy: [parseSortItem(parser)] };
  advance(parser);
  const orderBy = parseSeries(parser, parseSortItem);
  closeParenthesis(parser);
  return { partitionBy, orderBy };
}
