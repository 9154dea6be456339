import { k } from '../../lexer/keywords.ts';
import { expect } from '../../parser/expect.ts';
import { advance, lastRead, type Parser } from '../../parser/parser.ts';
import type { DmlStatement } from '../../tree/dml.ts';
import type { With } from '../../tree/query.ts';
import { parseCondition } from '../query/select.ts';
import { parseAssignments } from './assignment.ts';
import { parseChangeTarget } from './change-target.ts';

/** `UPDATE t AS a SET b = 1 WHERE …`; `UPDATE` comes next. */
export function parseUpdate(parser: Parser, first: number, with_: With | null): DmlStatement {
  advance(parser);
  const target = parseChangeTarget(parser);
  const assignments = expect(parser, k.SET) ? parseAssignments(parser, 'the name of a column') : [];
  const where = parseCondition(parser, k.WHERE);
  return { kind: 'update', first, last: lastRead(parser), with: with_, target, assignments, where };
}
