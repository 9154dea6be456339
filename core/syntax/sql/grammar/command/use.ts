import { k } from '../../lexer/keywords.ts';
import { advance, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { Command } from '../../tree/command.ts';
import { isName, parseNameReference } from '../names.ts';

/** Whether `DATABASE`, `SCHEMA` or `NAMESPACE` comes next. */
export function isNamespaceWord(parser: Parser): boolean {
  return isNext(parser, k.DATABASE) || isNext(parser, k.SCHEMA) || isNext(parser, k.NAMESPACE);
}

/** `USE db`, `USE DATABASE db`; `USE` comes next. */
export function parseUse(parser: Parser): Command {
  const first = parser.at;
  advance(parser);
  if (isNamespaceWord(parser) && isName(parser, 1)) advance(parser);
  const name = parseNameReference(parser, 'the name of a database or catalog');
  return { kind: 'use', first, last: lastRead(parser), name };
}
