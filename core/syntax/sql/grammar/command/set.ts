import { k } from '../../lexer/keywords.ts';
import { isStringCode } from '../../lexer/token-codes.ts';
import { attempt } from '../../parser/attempt.ts';
import { advance, codeAt, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import { problemOf } from '../../parser/problem-of.ts';
import type { Command, Setting } from '../../tree/command.ts';
import { isInterval, parseInterval } from '../expression/interval.ts';
import { parseIdentifier, parseNameReference } from '../names.ts';
import { parseRest } from '../rest.ts';
import { parseString } from '../string.ts';
import { parseSetConfig } from './set-config.ts';
import { parseSetVariable } from './set-variable.ts';
import { parseUnsupported } from './unsupported.ts';

/**
 * `SET key = value` and its kin; `SET` comes next. A form with words of its own that does not fit to its end is a setting for
 * Spark: `SET VAR = 1` sets `VAR`.
 */
export function parseSet(parser: Parser): Command {
  switch (codeAt(parser, 1)) {
    case k.ROLE:
      return parseUnsupported(parser, 2);
    case k.TIME:
      if (codeAt(parser, 2) === k.ZONE) return parseTimeZone(parser);
      break;
    case k.CATALOG:
      return attempt(parser, parseCatalog) ?? parseSetConfig(parser);
    case k.VARIABLE:
    case k.VAR: {
      const variable = parser.isFour ? attempt(parser, parseVariable) : null;
      return variable ?? parseSetConfig(parser);
    }
    default:
  }
  return parseSetConfig(parser);
}

function parseVariable(parser: Parser): Setting {
  const first = parser.at;
  parser.at += 2;
  return parseSetVariable(parser, first);
}

/** `SET CATALOG name`. */
export function parseCatalog(parser: Parser): Setting {
  const first = parser.at;
  parser.at += 2;
  const name = isStringCode(codeAt(parser))
    ? parseString(parser, 'the name of a catalog')
    : parseCatalogName(parser);
  return { kind: 'set-catalog', first, last: lastRead(parser), name };
}

/** A name of one part, or in Spark 4.0 `IDENTIFIER(…)`. */
function parseCatalogName(parser: Parser) {
  if (parser.isFour && isNext(parser, k.IDENTIFIER))
    return parseNameReference(parser, 'the name of a catalog');
  const part = parseIdentifier(parser, 'the name of a catalog');
  const { first, last } = part;
  return { kind: 'name-reference', first, last, parts: [part], expression: null } as const;
}

function parseTimeZone(parser: Parser): Setting {
  const first = parser.at;
  const setting = attempt(parser, (inner): Setting => {
    inner.at += 3;
    const zone = parseZone(inner);
    return { kind: 'set-time-zone', first, last: lastRead(inner), zone };
  });
  if (setting !== null) return setting;
  parser.at += 3;
  const zone = parseRest(parser);
  const message = "A time zone is a string, `LOCAL` or an interval; write `SET TIME ZONE 'Europe/Berlin'`.";
  problemOf(parser, first, zone.first, message);
  return { kind: 'set-time-zone', first, last: lastRead(parser), zone };
}

function parseZone(parser: Parser): Extract<Setting, { kind: 'set-time-zone' }>['zone'] {
  if (isNext(parser, k.INTERVAL) && isInterval(parser)) return parseInterval(parser);
  if (!isNext(parser, k.LOCAL)) return parseString(parser, 'a time zone');
  const at = parser.at;
  advance(parser);
  return { first: at, last: at };
}
