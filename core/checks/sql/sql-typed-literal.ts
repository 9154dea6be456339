import type { SqlCheck, SqlDiscovery, StatementContext } from './sql-check.ts';
import type { NodeOf } from './support/collect-nodes.ts';
import { faultOfText } from './support/parse-spark-interval.ts';
import { isSparkDate, isSparkTimestamp } from './support/parse-spark-time.ts';
import { nameOf, rangeOf, shown, stringOf } from './support/text-of.ts';

/** `DATE '2026-02-30'`, `X'G'`, `MONEY '3'`. */
export const sqlTypedLiteral: SqlCheck = {
  code: 'sql-typed-literal',
  severity: 'error',
  title: 'A literal is not of the type before it',
  run: (context) =>
    context.nodes('typed-literal').flatMap((literal): SqlDiscovery[] => {
      const message = faultOf(context, literal);
      return message === null ? [] : [{ range: rangeOf(context.tokens, literal), message }];
    }),
};

function faultOf({ tokens }: StatementContext, literal: NodeOf<'typed-literal'>): string | null {
  const type = nameOf(tokens, literal.type);
  const text = stringOf(tokens, { first: literal.type.last + 1, last: literal.last });
  const value = `\`${shown(text)}\``;
  switch (type.toUpperCase()) {
    case 'DATE':
      return isSparkDate(text) ? null : `${value} is no date; write it as in \`DATE '2026-01-31'\`.`;
    case 'TIMESTAMP':
    case 'TIMESTAMP_LTZ':
      return isSparkTimestamp(text, true) ? null : timeFault(value, type);
    case 'TIMESTAMP_NTZ':
      return isSparkTimestamp(text, false) ? null : timeFault(value, type);
    case 'X':
      return /^[0-9A-Fa-f]*$/.test(text)
        ? null
        : `${value} is not hexadecimal; use the digits 0 to 9 and A to F.`;
    case 'INTERVAL': {
      const fault = faultOfText(text);
      return fault === null ? null : `${value} is no interval: ${fault}.`;
    }
    default:
      return `Spark has no literals of type \`${shown(type)}\`; write \`CAST(${shown(`'${text}'`)} AS …)\`, or one of DATE, TIMESTAMP, TIMESTAMP_NTZ, TIMESTAMP_LTZ, INTERVAL and X.`;
  }
}

function timeFault(value: string, type: string): string {
  return `${value} is no timestamp; write it as in \`${type.toUpperCase()} '2026-01-31 12:30:00'\`.`;
}
