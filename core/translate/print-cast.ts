import type { ColumnType } from '../contracts/plan.ts';
import {
  decimalPattern,
  doublePattern,
  falseWords,
  integerPattern,
  localTimestampPattern,
  offsetTimestampPattern,
  trueWords,
  utcTimestampPattern,
} from '../semantics/cast-patterns.ts';
import { decimalType } from '../semantics/decimal-type.ts';
import type { Dialect } from './dialect.ts';
import { isCanonical, printDateCast } from './print-date-cast.ts';
import { printInUtc } from './print-in-utc.ts';
import { printType } from './print-type.ts';
import { printWholeMatch } from './print-whole-match.ts';
import { quoteText } from './quote.ts';

export interface CastOptions {
  /** Date formats, first match wins; timestamps read ISO first. */
  readonly formats: readonly string[];
  /** IANA zone of timestamps without an offset. */
  readonly timeZone: string;
}

/**
 * SQL that reads a text as a value of a type, by the rules of `readValue`. `text` is SQL for a trimmed text that is NULL
 * when blank; the result is NULL when it does not fit. Never raises: a pattern guards every cast, and what a pattern
 * cannot tell (32 bits, the calendar) is left to a cast that answers NULL.
 */
export function printCast(dialect: Dialect, text: string, type: ColumnType, options: CastOptions): string {
  switch (type) {
    case 'string':
      return text;
    case 'int':
    case 'bigint':
      return printInteger(dialect, text, printType(dialect, type));
    case 'double':
      return printDouble(dialect, text);
    case 'boolean':
      return printBoolean(dialect, text);
    case 'date':
      return coalesce(options.formats.map((format) => printDateCast(dialect, text, format, 'DATE')));
    case 'timestamp':
      return printTimestamp(dialect, text, options);
    default:
      return printDecimal(dialect, text, type);
  }
}

function coalesce(alternatives: readonly string[]): string {
  const [first = 'NULL', ...more] = alternatives;
  return more.length === 0 ? first : `COALESCE(${alternatives.join(', ')})`;
}

function guarded(dialect: Dialect, text: string, pattern: string, value: string): string {
  return `CASE WHEN ${printWholeMatch(dialect, text, pattern)} THEN ${value} END`;
}

function tryCast(text: string, type: string): string {
  return `TRY_CAST(${text} AS ${type})`;
}

function printInteger(dialect: Dialect, text: string, type: string): string {
  if (dialect === 'duckdb') return printExact(text, type, integerPattern);
  // Spark refuses a fraction, also one of zeros.
  return guarded(dialect, text, integerPattern, tryCast(`substring_index(${text}, '.', 1)`, type));
}

/** For DuckDB: a text that is what its value prints as needs no pattern, which is most of the cost. */
function printExact(text: string, type: string, pattern: string): string {
  const value = tryCast(text, type);
  const fits = printWholeMatch('duckdb', text, pattern);
  return `CASE WHEN CAST(${value} AS VARCHAR) = ${text} THEN ${value} WHEN ${fits} THEN ${value} END`;
}

/** What most numbers look like; it can be neither -0 nor infinite, so that two thirds of the cost are spared. */
const usualDoublePattern = '[0-9]{1,15}(?:[.][0-9]{1,15})?';

function printDouble(dialect: Dialect, text: string): string {
  const value = tryCast(text, 'DOUBLE');
  // Adding zero turns -0 into 0. Engines read 1e999 as infinity, which is not a number that anyone meant.
  const holds = dialect === 'duckdb' ? `isfinite(${value})` : `abs(${value}) < DOUBLE('Infinity')`;
  const general = guarded(dialect, text, doublePattern, `CASE WHEN ${holds} THEN ${value} + 0e0 END`);
  if (dialect !== 'duckdb') return general;
  return `CASE WHEN ${printWholeMatch(dialect, text, usualDoublePattern)} THEN ${value} ELSE ${general} END`;
}

function printBoolean(dialect: Dialect, text: string): string {
  const list = (words: readonly string[]) => words.map((word) => quoteText(dialect, word)).join(', ');
  return `CASE WHEN lower(${text}) IN (${list(trueWords)}) THEN TRUE WHEN lower(${text}) IN (${list(falseWords)}) THEN FALSE END`;
}

function printDecimal(dialect: Dialect, text: string, type: ColumnType): string {
  const decimal = decimalType(type);
  if (decimal === null) throw new Error(`There is no type \`${type}\`.`);
  const sqlType = printType(dialect, type);
  return dialect === 'duckdb'
    ? printExact(text, sqlType, decimalPattern(decimal))
    : guarded(dialect, text, decimalPattern(decimal), tryCast(text, sqlType));
}

function printTimestamp(dialect: Dialect, text: string, { formats, timeZone }: CastOptions): string {
  const type = printType(dialect, 'timestamp');
  // Digits after the sixth are zeros by the pattern; engines round them or refuse them.
  const microseconds = (part: string) => `substr(${part}, 1, 26)`;
  const toUtc = (values: readonly string[]) => printInUtc(dialect, coalesce(values), timeZone);
  const local = guarded(dialect, text, localTimestampPattern, tryCast(microseconds(text), type));
  const usual = `CASE WHEN ${isCanonical(text, type, 19)} THEN ${tryCast(text, type)} END`;
  const utc = tryCast(microseconds(`substr(${text}, 1, length(${text}) - 1)`), type);
  return coalesce([
    toUtc(dialect === 'duckdb' ? [usual, local] : [local]),
    guarded(dialect, text, utcTimestampPattern, utc),
    guarded(dialect, text, offsetTimestampPattern, printOffsetTimestamp(dialect, text, type)),
    ...(formats.length === 0
      ? []
      : [toUtc(formats.map((format) => printDateCast(dialect, text, format, type)))]),
  ]);
}

/** `…±hh:mm`: the moment before the offset, less the offset. */
function printOffsetTimestamp(dialect: Dialect, text: string, type: string): string {
  const moment = tryCast(`substr(substr(${text}, 1, length(${text}) - 6), 1, 26)`, type);
  const hours = tryCast(`substr(${text}, length(${text}) - 4, 2)`, 'INTEGER');
  const minutes = tryCast(`substr(${text}, length(${text}) - 1, 2)`, 'INTEGER');
  const sign = `CASE WHEN substr(${text}, length(${text}) - 5, 1) = '-' THEN -1 ELSE 1 END`;
  const amount = `(${hours} * 60 + ${minutes}) * ${sign}`;
  const interval =
    dialect === 'duckdb'
      ? `to_minutes(${amount})`
      : `make_dt_interval(0, 0, ${amount}, CAST(0 AS DECIMAL(18, 6)))`;
  return `${moment} - ${interval}`;
}
