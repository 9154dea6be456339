import { k } from '../../lexer/keywords.ts';
import { expect } from '../../parser/expect.ts';
import { advance, lastRead, type Parser } from '../../parser/parser.ts';
import type { DmlStatement } from '../../tree/dml.ts';
import type { With } from '../../tree/query.ts';
import { parseCondition } from '../query/select.ts';
import { parseChangeTarget } from './change-target.ts';

/** `DELETE FROM t AS a WHERE …`; `DELETE` comes next. */
export function parseDelete(parser: Parser, first: number, with_: With | null): DmlStatement {
  advance(parser);
  expect(parser, k.FROM);
  const target = parseChangeTarget(parser);
  const where = parseCondition(parser, k.WHERE);
  return { kind: 'delete', first, last: lastRead(parser), with: with_, target, where };
}
