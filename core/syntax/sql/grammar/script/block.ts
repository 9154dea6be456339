import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { expect, problemHere } from '../../parser/expect.ts';
import { advance, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { QualifiedName } from '../../tree/node.ts';
import type { Block, BlockStatement } from '../../tree/script.ts';
import { type ParseStatement, parseBody } from './body.ts';
import { parseEndLabel } from './label.ts';

/** `BEGIN … END`; `BEGIN` comes next. */
export function parseBlock(
  parser: Parser,
  first: number,
  label: QualifiedName | null,
  parseOne: ParseStatement,
): Block {
  const statements = parseInside(parser, parseOne);
  const endLabel = parseEndLabel(parser);
  return { kind: 'block', first, last: lastRead(parser), label, endLabel, statements };
}

/** The same as a statement of its own: it has no label, and one `;` behind it. */
export function parseWholeBlock(parser: Parser, parseOne: ParseStatement): Block {
  const first = parser.at;
  const statements = parseInside(parser, parseOne);
  const last = lastRead(parser);
  if (take(parser, s[';']) && isNext(parser, s[';'])) problemHere(parser, 'the end of the statement');
  return { kind: 'block', first, last, label: null, endLabel: null, statements };
}

function parseInside(parser: Parser, parseOne: ParseStatement): BlockStatement[] {
  advance(parser);
  if (isNext(parser, k.NOT, k.ATOMIC)) parser.at += 2;
  const statements = isNext(parser, k.END) ? [] : parseBody(parser, parseOne);
  expect(parser, k.END);
  return statements;
}
