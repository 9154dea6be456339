import { s } from '../lexer/token-codes.ts';
import { advance, isEnd, isNext, lastRead, type Parser } from '../parser/parser.ts';
import type { Node } from '../tree/node.ts';

/** What is left of the statement, whatever it is: Spark takes it as text. */
export function parseRest(parser: Parser): Node {
  const first = parser.at;
  while (!isEnd(parser) && !isNext(parser, s[';'])) advance(parser);
  return { first, last: lastRead(parser) };
}

/** The text of what was read, as it is written. */
export function textOf({ text, starts, ends }: Parser, { first, last }: Node): string {
  return last < first ? '' : text.slice(starts[first], ends[last]);
}
