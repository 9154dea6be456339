import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { expect, expectAll } from '../../parser/expect.ts';
import { closeParenthesis, parseParenthesized, parseSeries } from '../../parser/lists.ts';
import { advance, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Identifier, NameReference } from '../../tree/node.ts';
import type { Pivot, PivotValue, Unpivot, UnpivotColumn } from '../../tree/relation.ts';
import {
  isTableAlias,
  parseAlias,
  parseIdentifier,
  parseIdentifierList,
  parseMultipartName,
  parseStrictName,
} from '../names.ts';
import { parseSelectItem } from './select-item.ts';

export function isPivot(parser: Parser): boolean {
  if (isNext(parser, k.PIVOT, s['('])) return true;
  return (
    isNext(parser, k.UNPIVOT, s['(']) ||
    isNext(parser, k.UNPIVOT, k.INCLUDE, k.NULLS) ||
    isNext(parser, k.UNPIVOT, k.EXCLUDE, k.NULLS)
  );
}

/** `PIVOT (…)` or `UNPIVOT (…)`; its word comes next. */
export function parsePivot(parser: Parser): Pivot | Unpivot {
  return isNext(parser, k.PIVOT) ? parsePivotClause(parser) : parseUnpivot(parser);
}

/** `PIVOT (sum(x) FOR (a, b) IN ((1, 2) AS y, …))`. */
function parsePivotClause(parser: Parser): Pivot {
  const first = parser.at;
  parser.at += 2;
  const aggregates = parseSeries(parser, parseSelectItem);
  expect(parser, k.FOR);
  const columns = isNext(parser, s['('])
    ? parseIdentifierList(parser, 'the name of a column')
    : [parseStrictName(parser, 'the name of a column')];
  expect(parser, k.IN);
  const values = parseParenthesized(parser, parsePivotValue);
  closeParenthesis(parser);
  return { kind: 'pivot', first, last: lastRead(parser), aggregates, columns, values };
}

function parsePivotValue(parser: Parser): PivotValue {
  const first = parser.at;
  const value = parser.rules.expression(parser);
  const alias = parseAlias(parser);
  return { first, last: lastRead(parser), value, alias };
}

/** `UNPIVOT INCLUDE NULLS (v FOR n IN (a AS x, b))`, or with several columns of values. */
function parseUnpivot(parser: Parser): Unpivot {
  const first = parser.at;
  advance(parser);
  const nulls = take(parser, k.INCLUDE) ? 'include' : take(parser, k.EXCLUDE) ? 'exclude' : null;
  if (nulls !== null) expect(parser, k.NULLS);
  expect(parser, s['(']);
  const isWide = isNext(parser, s['(']);
  const values = isWide
    ? parseParenthesized(parser, (inner) => parseIdentifier(inner, 'the name of a column'))
    : [parseIdentifier(parser, 'the name of a column')];
  expectAll(parser, k.FOR);
  const name = parseIdentifier(parser, 'the name of a column');
  expect(parser, k.IN);
  const columns = parseParenthesized(parser, (inner) => parseUnpivotColumn(inner, isWide));
  closeParenthesis(parser);
  const isAliased = take(parser, k.AS) || isTableAlias(parser);
  const alias: Identifier | null = isAliased ? parseStrictName(parser, 'an alias') : null;
  return { kind: 'unpivot', first, last: lastRead(parser), nulls, values, name, columns, alias };
}

function parseUnpivotColumn(parser: Parser, isWide: boolean): UnpivotColumn {
  const first = parser.at;
  const columns = isWide ? parseParenthesized(parser, parseColumn) : [parseColumn(parser)];
  const alias = parseAlias(parser);
  return { first, last: lastRead(parser), columns, alias };
}

function parseColumn(parser: Parser): NameReference {
  const { first, last, parts } = parseMultipartName(parser, 'the name of a column');
  return { kind: 'name-reference', first, last, parts, expression: null };
}
