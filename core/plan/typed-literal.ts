import type { ColumnType } from '../contracts/plan.ts';
import { decimalType } from '../semantics/decimal-type.ts';
import { readValue } from '../semantics/read-value.ts';
import type { Dialect } from '../translate/dialect.ts';
import { printCast } from '../translate/print-cast.ts';
import { printType } from '../translate/print-type.ts';
import { quoteText } from '../translate/quote.ts';

export interface LiteralOptions {
  readonly formats: readonly string[];
  /** IANA zone of timestamps without an offset. */
  readonly timeZone: string;
}

/**
 * A value of the YAML files as a literal of the column's type, read by the same rules as the data: `1/2/2024` in a date
 * column with the format `M/d/yyyy` prints `DATE '2024-01-02'`. The text reaches SQL through `quoteText` alone.
 * Throws when the value does not fit the type, which the project's checks report first.
 */
export function typedLiteral(
  dialect: Dialect,
  value: string | number | boolean,
  type: ColumnType,
  options: LiteralOptions,
): string {
  const text = String(value);
  const read = readValue(type === 'string' ? text : trimBlanks(text), type, options.formats);
  if (read === null)
    throw new Error(`A rule's value is no ${type}; the project's checks must refuse it first.`);
  const cast = (canonical: string): string =>
    `CAST(${quoteText(dialect, canonical)} AS ${printType(dialect, type)})`;
  switch (read.kind) {
    case 'string':
      return quoteText(dialect, read.value);
    case 'int':
      return read.value < 0n ? `(${read.value})` : `${read.value}`;
    case 'bigint':
      return cast(`${read.value}`);
    case 'double':
      return cast(`${read.value}`);
    case 'decimal':
      return cast(pointed(read.value, decimalType(type)?.scale ?? 0));
    case 'boolean':
      return read.value ? 'TRUE' : 'FALSE';
    case 'date':
      return `DATE ${quoteText(dialect, new Date(read.value * 86_400_000).toISOString().slice(0, 10))}`;
    case 'timestamp':
      // The engine knows the zone's history; the text is a constant that it folds once.
      return printCast(dialect, quoteText(dialect, trimBlanks(text)), type, options);
  }
}

/** The text without spaces and tabs at its ends, as rules see a delivered value. */
export function trimBlanks(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, '');
}

/** 12345n at scale 2 is `123.45`. */
function pointed(scaled: bigint, scale: number): string {
  const digits = `${scaled < 0n ? -scaled : scaled}`.padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const sign = scaled < 0n ? '-' : '';
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}
