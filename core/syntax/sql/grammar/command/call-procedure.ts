import { s } from '../../lexer/token-codes.ts';
import { expect } from '../../parser/expect.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { advance, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { Command } from '../../tree/command.ts';
import { parseArgument } from '../expression/call.ts';
import { parseNameReference } from '../names.ts';

/** `CALL cat.db.p(1, name => 2)`; `CALL` comes next. */
export function parseCallProcedure(parser: Parser): Command {
  const first = parser.at;
  advance(parser);
  const name = parseNameReference(parser, 'the name of a procedure');
  expect(parser, s['(']);
  const given = isNext(parser, s[')']) ? [] : parseSeries(parser, parseArgument);
  closeParenthesis(parser);
  return { kind: 'call-procedure', first, last: lastRead(parser), name, arguments: given };
}
