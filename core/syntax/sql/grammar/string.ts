import { isStringCode } from '../lexer/token-codes.ts';
import { problemHere } from '../parser/expect.ts';
import { advance, codeAt, lastRead, type Parser } from '../parser/parser.ts';
import type { Node } from '../tree/node.ts';

/** One string. `what` completes "… expected". */
export function parseString(parser: Parser, what: string): Node {
  const first = parser.at;
  if (isStringCode(codeAt(parser))) advance(parser);
  else problemHere(parser, what);
  return { first, last: lastRead(parser) };
}
