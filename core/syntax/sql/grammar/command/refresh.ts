import { k } from '../../lexer/keywords.ts';
import { attempt } from '../../parser/attempt.ts';
import { advance, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import { problemOf } from '../../parser/problem-of.ts';
import type { Command } from '../../tree/command.ts';
import { parseNameReference } from '../names.ts';
import { parseRest, textOf } from '../rest.ts';

/** `REFRESH TABLE t`, `REFRESH FUNCTION f`, or `REFRESH` and a path with or without quotes; `REFRESH` comes next. */
export function parseRefresh(parser: Parser): Command {
  const first = parser.at;
  const isNamed = isNext(parser, k.REFRESH, k.TABLE) || isNext(parser, k.REFRESH, k.FUNCTION);
  const named = isNamed ? attempt(parser, parseNamed) : null;
  if (named !== null) return named;
  advance(parser);
  const path = parseRest(parser);
  // One string is a path even with blanks in it.
  const isString = path.first === path.last && /^['"]/.test(textOf(parser, path));
  if (!isString && (path.last < path.first || /\s/.test(textOf(parser, path)))) {
    const message =
      '`REFRESH` takes `TABLE` and a name, `FUNCTION` and a name, or one path; put a path with blanks in quotes.';
    problemOf(parser, first, path.first, message);
  }
  return { kind: 'refresh-path', first, last: lastRead(parser), path };
}

function parseNamed(parser: Parser): Command {
  const first = parser.at;
  advance(parser);
  const what = isNext(parser, k.TABLE) ? 'table' : 'function';
  advance(parser);
  const name = parseNameReference(parser, 'a name');
  return { kind: 'refresh', first, last: lastRead(parser), what, name };
}
