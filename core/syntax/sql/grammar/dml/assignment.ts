import { s } from '../../lexer/token-codes.ts';
import { expect } from '../../parser/expect.ts';
import { parseSeries } from '../../parser/lists.ts';
import { lastRead, type Parser } from '../../parser/parser.ts';
import type { Assignment } from '../../tree/dml.ts';
import type { Expression } from '../../tree/expression.ts';
import { parseMultipartName } from '../names.ts';

/** `a = 1, b.c = 2`. */
export function parseAssignments(parser: Parser, what: string): Assignment[] {
  return parseSeries(parser, (inner) => parseAssignment(inner, what));
}

function parseAssignment(parser: Parser, what: string): Assignment {
  const first = parser.at;
  const name = parseMultipartName(parser, what);
  const value: Expression = expect(parser, s['='])
    ? parser.rules.expression(parser)
    : { kind: 'missing', first: parser.at, last: lastRead(parser) };
  return { first, last: lastRead(parser), name, value };
}
