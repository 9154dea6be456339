import { lastRead, type Parser } from '../../parser/parser.ts';
import type { Command } from '../../tree/command.ts';
import { parseRest } from '../rest.ts';

/** A command of Hive that Spark refuses whatever follows its first words, which come next: `width` of them. */
export function parseUnsupported(parser: Parser, width: number): Command {
  const first = parser.at;
  parseRest(parser);
  const words = Array.from({ length: width }, (_, index) => first + index);
  return { kind: 'unsupported-hive', first, last: lastRead(parser), words };
}
