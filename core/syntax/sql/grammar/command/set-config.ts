import { s, t } from '../../lexer/token-codes.ts';
import { advance, lastRead, type Parser } from '../../parser/parser.ts';
import { problemOf } from '../../parser/problem-of.ts';
import type { Setting } from '../../tree/command.ts';
import type { Node } from '../../tree/node.ts';
import { parseRest, textOf } from '../rest.ts';

/** What a key without backquotes may be. */
const plainKey = /^[\w\\.:]+$/;

const howToSet =
  'Write `SET key = value`; a key with other signs than letters, digits, `_`, `.` and `:` stands in backquotes.';

/** `SET key = value`, `SET key`, `SET -v` or `SET`; `SET` comes next. Any value goes up to the end. */
export function parseSetConfig(parser: Parser): Setting {
  const first = parser.at;
  advance(parser);
  const rest = parseRest(parser);
  const equals = findEquals(parser, rest);
  const hasValue = equals !== -1;
  const key = rest.last < rest.first ? null : { first: rest.first, last: hasValue ? equals - 1 : rest.last };
  const value = hasValue ? { first: equals + 1, last: rest.last } : null;
  if (key !== null && !isKey(parser, key) && !(value === null && textOf(parser, key) === '-v')) {
    problemOf(parser, first, rest.first, howToSet);
  }
  return { kind: 'set-config', first, last: lastRead(parser), key, value };
}

/** `RESET key` or `RESET`; `RESET` comes next. */
export function parseReset(parser: Parser): Setting {
  const first = parser.at;
  advance(parser);
  const rest = parseRest(parser);
  const key = rest.last < rest.first ? null : rest;
  if (key !== null && !isKey(parser, key)) {
    problemOf(parser, first, rest.first, 'Write `RESET` or `RESET key`; other keys stand in backquotes.');
  }
  return { kind: 'reset', first, last: lastRead(parser), key };
}

/** Token of the first `=`, or -1. */
function findEquals({ codes }: Parser, { first, last }: Node): number {
  for (let at = first; at <= last; at += 1) if (codes[at] === s['=']) return at;
  return -1;
}

function isKey(parser: Parser, key: Node): boolean {
  if (key.first === key.last && parser.codes[key.first] === t.quotedName) return true;
  return plainKey.test(textOf(parser, key));
}
