import { k } from '../../lexer/keywords.ts';
import { isStringCode, isWordCode, s, t } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { problemHere } from '../../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { Expression, IntervalPart } from '../../tree/expression.ts';
import type { Identifier } from '../../tree/node.ts';

const units = new Set([
  ...[k.NANOSECOND, k.NANOSECONDS, k.MICROSECOND, k.MICROSECONDS, k.MILLISECOND, k.MILLISECONDS, k.SECOND],
  ...[k.SECONDS, k.MINUTE, k.MINUTES, k.HOUR, k.HOURS, k.DAY, k.DAYS, k.WEEK, k.WEEKS, k.MONTH, k.MONTHS],
  ...[k.YEAR, k.YEARS],
]);

function isAmount(code: number): boolean {
  return code === t.integer || code === t.decimal || isStringCode(code);
}

/** Whether an amount comes `ahead` of here, with its sign. */
function isAmountAhead(parser: Parser, ahead: number): boolean {
  const code = codeAt(parser, ahead);
  return isAmount(code) || ((code === s['-'] || code === s['+']) && isAmount(codeAt(parser, ahead + 1)));
}

/** Whether `INTERVAL`, which comes next, begins a literal with units; `INTERVAL '1 day'` is a typed literal instead. */
export function isInterval(parser: Parser): boolean {
  if (!isAmountAhead(parser, 1)) return false;
  const isString = isStringCode(codeAt(parser, 1));
  return !isString || units.has(codeAt(parser, 2)) || isUnknownUnit(parser);
}

/** A word after the string that is no unit, but can be no alias either: `INTERVAL '1' FORTNIGHT TO …`. */
function isUnknownUnit(parser: Parser): boolean {
  return isWordCode(codeAt(parser, 2)) && codeAt(parser, 3) === k.TO;
}

/** `INTERVAL 1 DAY 2 HOURS`, `INTERVAL '1-2' YEAR TO MONTH`; `INTERVAL` comes next. */
export function parseInterval(parser: Parser): Expression {
  const first = parser.at;
  advance(parser);
  const parts: IntervalPart[] = [];
  do parts.push(parsePart(parser));
  while (isAmountAhead(parser, 0) && isUsual(parser, choice.other));
  return { kind: 'interval', first, last: lastRead(parser), parts };
}

function parsePart(parser: Parser): IntervalPart {
  const first = parser.at;
  if (isNext(parser, s['-']) || isNext(parser, s['+'])) advance(parser);
  if (isAmount(codeAt(parser))) advance(parser);
  else problemHere(parser, 'a number or a string');
  const value = { first, last: lastRead(parser) };
  const unit = parseUnit(parser);
  let to: Identifier | null = null;
  if (isNext(parser, k.TO)) {
    advance(parser);
    to = parseUnit(parser);
  }
  return { first, last: lastRead(parser), value, unit, to };
}

function parseUnit(parser: Parser): Identifier {
  const first = parser.at;
  if (units.has(codeAt(parser))) advance(parser);
  else problemHere(parser, 'a unit such as `DAY` or `HOURS`');
  return { kind: 'identifier', first, last: lastRead(parser) };
}
