import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { expect } from '../../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take, takeBoth } from '../../parser/parser.ts';
import { isQueryStart } from '../../parser/query-start.ts';
import type { Command } from '../../tree/command.ts';
import { parseNameReference } from '../names.ts';
import { parsePropertyList } from '../property-list.ts';

/** `CACHE LAZY TABLE t OPTIONS (…) AS SELECT …`; `CACHE` comes next. */
export function parseCache(parser: Parser): Command {
  const first = parser.at;
  advance(parser);
  const isLazy = take(parser, k.LAZY);
  expect(parser, k.TABLE);
  const name = parseNameReference(parser, 'the name of a table');
  const options = take(parser, k.OPTIONS) ? parsePropertyList(parser) : [];
  const hasQuery = take(parser, k.AS) || isQueryStart(codeAt(parser)) || isNext(parser, s['(']);
  const query = hasQuery ? parser.rules.query(parser) : null;
  return { kind: 'cache', first, last: lastRead(parser), isLazy, name, options, query };
}

/** `UNCACHE TABLE IF EXISTS t`; `UNCACHE` comes next. */
export function parseUncache(parser: Parser): Command {
  const first = parser.at;
  advance(parser);
  expect(parser, k.TABLE);
  const isIfExists = takeBoth(parser, k.IF, k.EXISTS);
  const name = parseNameReference(parser, 'the name of a table');
  return { kind: 'uncache', first, last: lastRead(parser), isIfExists, name };
}

/** `CLEAR CACHE`; `CLEAR` comes next. */
export function parseClearCache(parser: Parser): Command {
  const first = parser.at;
  advance(parser);
  expect(parser, k.CACHE);
  return { kind: 'clear-cache', first, last: lastRead(parser) };
}
