import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { expect } from '../../parser/expect.ts';
import { advance, codeAt, isEnd, isNext, type Parser, take } from '../../parser/parser.ts';
import type { BlockStatement } from '../../tree/script.ts';

export type ParseStatement = (parser: Parser) => BlockStatement;

/** One statement or more, each with its `;`, up to a word that ends them. */
export function parseBody(parser: Parser, parseOne: ParseStatement): BlockStatement[] {
  const statements: BlockStatement[] = [];
  do {
    const before = parser.at;
    statements.push(parseOne(parser));
    if (take(parser, s[';'])) continue;
    expect(parser, s[';']);
    skipStatement(parser);
    if (parser.at === before) advance(parser);
  } while (!isBodyEnd(parser));
  return statements;
}

/** What is left of a broken statement. */
function skipStatement(parser: Parser): void {
  while (!isEnd(parser) && !take(parser, s[';'])) advance(parser);
}

/** Whether a body ends here. Behind its first statement these words begin no other. */
function isBodyEnd(parser: Parser): boolean {
  if (isEnd(parser)) return true;
  switch (codeAt(parser)) {
    case k.END:
    case k.ELSE:
    case k.ELSEIF:
    case k.WHEN:
    case k.UNTIL:
      return !isNext(parser, codeAt(parser), s[':']);
    default:
      return false;
  }
}
