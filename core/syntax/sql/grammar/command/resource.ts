import { k } from '../../lexer/keywords.ts';
import { advance, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { Command } from '../../tree/command.ts';
import { parseIdentifier } from '../names.ts';
import { parseRest } from '../rest.ts';

/** `ADD JAR …`, `LIST FILES`; `ADD` or `LIST` comes next. */
export function parseResource(parser: Parser): Command {
  const first = parser.at;
  const action = isNext(parser, k.ADD) ? 'add' : 'list';
  advance(parser);
  const resource = parseIdentifier(parser, '`JAR`, `FILE` or `ARCHIVE`');
  const rest = parseRest(parser);
  return { kind: 'resource', first, last: lastRead(parser), action, resource, rest };
}
