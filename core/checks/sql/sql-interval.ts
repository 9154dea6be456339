import { isStringCode } from '../../syntax/sql/lexer/token-codes.ts';
import type { SqlCheck, SqlDiscovery, StatementContext } from './sql-check.ts';
import type { NodeOf } from './support/collect-nodes.ts';
import { faultOfRange, faultOfValue, isMixed, mixedFault } from './support/parse-spark-interval.ts';
import { rangeOf, stringOf, textOf } from './support/text-of.ts';

/** `INTERVAL 1 YEAR 2 DAYS`, `INTERVAL '1.5' MONTH`, `INTERVAL '1' DAY TO MONTH`. */
export const sqlInterval: SqlCheck = {
  code: 'sql-interval',
  severity: 'error',
  title: 'An interval is not one that Spark knows',
  run(context) {
    const literals = context.nodes('interval').flatMap((interval): SqlDiscovery[] => {
      const fault = faultOf(context, interval);
      return fault === null
        ? []
        : [{ range: rangeOf(context.tokens, interval), message: `This interval is not valid: ${fault}.` }];
    });
    const types = context.nodes('interval-type').flatMap((type): SqlDiscovery[] => {
      if (type.to === null) return [];
      const [from, to] = [textOf(context.tokens, type.from), textOf(context.tokens, type.to)];
      if (rank(from) < rank(to) && isYear(from) === isYear(to)) return [];
      return [
        {
          range: rangeOf(context.tokens, type),
          message: `Spark knows no intervals from \`${from}\` to \`${to}\`; put the larger unit first.`,
        },
      ];
    });
    return [...literals, ...types];
  },
};

const order = ['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND'];

function rank(unit: string): number {
  return order.indexOf(unit.toUpperCase());
}

function isYear(unit: string): boolean {
  return rank(unit) < 2;
}

function faultOf({ tokens }: StatementContext, { parts }: NodeOf<'interval'>): string | null {
  const [part] = parts;
  const hasRange = parts.some(({ to }) => to !== null);
  if (hasRange && parts.length > 1)
    return 'one from-to pair of units is all that it can have; add two intervals';
  if (part?.to != null) {
    const text = textOfValue(tokens, part.value);
    if (text === null) return "the value of a from-to pair is a text, such as `'1-6'`";
    return faultOfRange(text, textOf(tokens, part.unit), textOf(tokens, part.to));
  }
  const units = parts.map(({ unit }) => textOf(tokens, unit));
  for (const { value, unit } of parts) {
    const fault = faultOfValue(textOfValue(tokens, value) ?? numberOf(tokens, value), textOf(tokens, unit));
    if (fault !== null) return fault;
  }
  return isMixed(units) ? mixedFault : null;
}

/** The text of a string with a sign before it taken in; null where the value is a number. */
function textOfValue(
  tokens: StatementContext['tokens'],
  value: { readonly first: number; readonly last: number },
): string | null {
  const isSigned = !isStringCode(tokens.codes[value.first] ?? 0);
  const first = isSigned ? value.first + 1 : value.first;
  if (!isStringCode(tokens.codes[first] ?? 0)) return null;
  const text = stringOf(tokens, { first, last: value.last });
  if (!isSigned || textOf(tokens, { first: value.first, last: value.first }) === '+') return text;
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
}

/** A number with its sign, without what stands between them. */
function numberOf(
  tokens: StatementContext['tokens'],
  { first, last }: { readonly first: number; readonly last: number },
): string {
  const number = textOf(tokens, { first: last, last });
  return first === last ? number : textOf(tokens, { first, last: first }) + number;
}
