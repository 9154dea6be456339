import { k } from '../lexer/keywords.ts';
import { isStringCode, s } from '../lexer/token-codes.ts';
import { parseParenthesized } from '../parser/lists.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../parser/parser.ts';
import type { PartitionSpecification, PartitionValue } from '../tree/partition.ts';
import { parseConstant } from './expression/constant.ts';
import { parseIdentifier } from './names.ts';

/** `PARTITION (year = 2026, day)`, when `PARTITION` comes next. */
export function parsePartition(parser: Parser): PartitionSpecification | null {
  if (!isNext(parser, k.PARTITION)) return null;
  const first = parser.at;
  advance(parser);
  const values = parseParenthesized(parser, parsePartitionValue);
  return { first, last: lastRead(parser), values };
}

function parsePartitionValue(parser: Parser): PartitionValue {
  const first = parser.at;
  const name = parseIdentifier(parser, 'the name of a column');
  const value = take(parser, s['=']) ? parseValue(parser) : null;
  return { first, last: lastRead(parser), name, value };
}

function parseValue(parser: Parser): PartitionValue['value'] {
  if (!isNext(parser, k.DEFAULT) || isStringCode(codeAt(parser, 1))) return parseConstant(parser);
  advance(parser);
  return 'default';
}
