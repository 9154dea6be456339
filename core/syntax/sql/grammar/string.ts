import { isStringCode } from '../lexer/token-codes.ts';
import { problemHere } from '../parser/expect.ts';
import { advance, codeAt, lastRead, type Parser } from '../parser/parser.ts';
import type { Node } from '../tree/node.ts';

/** A string, or several side by side, which are one. `what` completes "… expected". */
export function parseString(parser: Parser, what: string): Node {
  const first = parser.at;
  if (!isStringCode(codeAt(parser))) problemHere(parser, what);
  while (isStringCode(codeAt(parser))) advance(parser);
  return { first, last: lastRead(parser) };
}
