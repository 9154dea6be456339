import { s } from '../../lexer/token-codes.ts';
import { expect } from '../../parser/expect.ts';
import { closeParenthesis, parseParenthesized } from '../../parser/lists.ts';
import { isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { SetVariable } from '../../tree/command.ts';
import { parseAssignments } from '../dml/assignment.ts';
import { parseMultipartName } from '../names.ts';

const variable = 'the name of a variable';

/** `a = 1, b = 2` or `(a, b) = (SELECT …)`; what stands before it is read. */
export function parseSetVariable(parser: Parser, first: number): SetVariable {
  if (!isNext(parser, s['('])) {
    const assignments = parseAssignments(parser, variable);
    return { kind: 'set-variable', first, last: lastRead(parser), assignments, names: [], query: null };
  }
  const names = parseParenthesized(parser, (inner) => parseMultipartName(inner, variable));
  expect(parser, s['=']);
  const query = expect(parser, s['(']) ? parser.rules.query(parser) : null;
  if (query !== null) closeParenthesis(parser);
  return { kind: 'set-variable', first, last: lastRead(parser), assignments: [], names, query };
}
