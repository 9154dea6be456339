import { k } from '../../lexer/keywords.ts';
import { expect, expectAll } from '../../parser/expect.ts';
import { advance, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Command } from '../../tree/command.ts';
import { parseNameReference } from '../names.ts';
import { parsePartition } from '../partition-specification.ts';
import { parseString } from '../string.ts';

/** `LOAD DATA LOCAL INPATH '…' OVERWRITE INTO TABLE t PARTITION (…)`; `LOAD` comes next. */
export function parseLoadData(parser: Parser): Command {
  const first = parser.at;
  advance(parser);
  expect(parser, k.DATA);
  const isLocal = take(parser, k.LOCAL);
  expect(parser, k.INPATH);
  const path = parseString(parser, 'the path as a string');
  const isOverwrite = take(parser, k.OVERWRITE);
  expectAll(parser, k.INTO, k.TABLE);
  const name = parseNameReference(parser, 'the name of a table');
  const partition = parsePartition(parser);
  return { kind: 'load-data', first, last: lastRead(parser), isLocal, isOverwrite, path, name, partition };
}
