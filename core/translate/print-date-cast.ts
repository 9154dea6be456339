import { dateFormatPattern, monthNames } from '../semantics/cast-patterns.ts';
import { type DatePart, hasTime, parseDateFormat } from '../syntax/date-format/parse-date-format.ts';
import type { Dialect } from './dialect.ts';
import { printWholeMatch } from './print-whole-match.ts';
import { quoteText } from './quote.ts';

type Field = DatePart & { readonly kind: 'field' };

/**
 * SQL that reads a text by one date format: guarded by the format's pattern, taken apart, put together as ISO and cast.
 * NULL where the text does not fit, also for a format with problems, and for a time of day where a DATE is asked for.
 */
export function printDateCast(dialect: Dialect, text: string, format: string, type: string): string {
  const { parts, errors } = parseDateFormat(format);
  if (errors.length > 0 || (hasTime(parts) && type === 'DATE')) return `CAST(NULL AS ${type})`;
  const cast = (iso: string) => `TRY_CAST(${iso} AS ${type})`;
  if (format === 'yyyy-MM-dd') {
    const isIso = dialect === 'duckdb' ? isCanonical(text, 'DATE', 10) : isIsoShaped(text);
    return `CASE WHEN ${isIso} THEN ${cast(text)} END`;
  }
  const pattern = dateFormatPattern(parts);
  const iso = printYearFirst(dialect, text, parts) ?? printIso(dialect, text, parts, pattern);
  return `CASE WHEN ${printWholeMatch(dialect, text, pattern)} THEN ${cast(iso)} END`;
}

/**
 * Condition for DuckDB that a text of so many bytes is what a value prints as: as exact as a pattern, since no other text
 * does, at half its cost.
 */
export function isCanonical(text: string, type: string, lengthBytes: number): string {
  return `strlen(${text}) = ${lengthBytes} AND CAST(TRY_CAST(${text} AS ${type}) AS VARCHAR) = ${text}`;
}

/**
 * Condition for Spark that a text which its cast to DATE takes is `yyyy-MM-dd` from year 1 on, without a pattern.
 * With the dashes where they are and a digit at the end, that cast leaves nothing else: no sign, space or `T`, and no year of
 * another length.
 */
function isIsoShaped(text: string): string {
  const isDash = (at: number) => `substring(${text}, ${at}, 1) = '-'`;
  const last = `right(${text}, 1)`;
  return `octet_length(${text}) = 10 AND ${text} >= '0001' AND ${isDash(5)} AND ${isDash(8)} AND ${last} >= '0' AND ${last} <= '9'`;
}

/** `M/d/yyyy` and its like: moving the year to the front in one piece costs half of taking the text apart. */
function printYearFirst(dialect: Dialect, text: string, parts: readonly DatePart[]): string | null {
  const [first, , second, , third] = parts.map((part) => (part.kind === 'field' ? part : null));
  const separator = commonSeparator(parts);
  const isMonthDayYear = first?.field === 'month' && second?.field === 'day' && third?.field === 'year';
  // One byte, so that the last five are the year and what stands before it.
  if (separator === null || !/^[ -~]$/.test(separator)) return null;
  if (!isMonthDayYear || parts.length !== 5 || first.width === 'name') return null;
  if (dialect === 'spark') {
    const rest = `left(${text}, octet_length(${text}) - 5)`;
    // Spark reads dates with dashes alone.
    const dashed = separator === '-' ? rest : `replace(${rest}, ${quoteText(dialect, separator)}, '-')`;
    return `right(${text}, 4) || '-' || ${dashed}`;
  }
  // DuckDB reads dates with either of them between the fields.
  if (separator !== '/' && separator !== '-') return null;
  return `right(${text}, 4) || '${separator}' || left(${text}, strlen(${text}) - 5)`;
}

/** The text's fields as `yyyy-M-d` or `yyyy-M-d HH:mm:ss`: both engines read months and days of one digit. */
function printIso(dialect: Dialect, text: string, parts: readonly DatePart[], pattern: string): string {
  const pieces = printPieces(dialect, text, parts, pattern);
  const time = ['hour', 'minute', 'second'].flatMap((field) => pieces.get(field) ?? []);
  const date = ['year', 'month', 'day'].flatMap((field) => pieces.get(field) ?? []);
  const joined = [date.join(` || '-' || `), time.join(` || ':' || `)].filter((piece) => piece !== '');
  return joined.join(` || ' ' || `);
}

function printPieces(
  dialect: Dialect,
  text: string,
  parts: readonly DatePart[],
  pattern: string,
): ReadonlyMap<string, string> {
  const fields = parts.filter((part): part is Field => part.kind === 'field');
  const separator = commonSeparator(parts);
  const piece = (index: number): string => {
    if (separator !== null) {
      return splitPart(dialect, text, separator, { number: index + 1, isLast: index === fields.length - 1 });
    }
    const from = quoteText(dialect, `^(?:${pattern})\\z`);
    return `regexp_extract(${text}, ${from}, ${index + 1})`;
  };
  return new Map(
    fields.map(({ field, width }, index) => [
      field,
      width === 'name' ? printMonth(dialect, piece(index)) : piece(index),
    ]),
  );
}

function splitPart(
  dialect: Dialect,
  text: string,
  separator: string,
  { number, isLast }: { readonly number: number; readonly isLast: boolean },
): string {
  const between = quoteText(dialect, separator);
  if (dialect === 'duckdb') return `split_part(${text}, ${between}, ${number})`;
  // Spark's `split_part` compiles a regular expression for every row.
  if (isLast) return `substring_index(${text}, ${between}, -1)`;
  const until = `substring_index(${text}, ${between}, ${number})`;
  return number === 1 ? until : `substring_index(${until}, ${between}, -1)`;
}

/**
 * The one text that stands between all fields, when there is one and no field can hold it: splitting is cheaper than a second
 * match.
 */
function commonSeparator(parts: readonly DatePart[]): string | null {
  const separators = new Set<string>();
  for (const [index, part] of parts.entries()) {
    const isSeparator = index % 2 === 1;
    if (isSeparator !== (part.kind === 'literal')) return null;
    if (part.kind === 'literal') separators.add(part.text);
  }
  const [separator, ...others] = separators;
  if (separator === undefined || others.length > 0 || parts.at(-1)?.kind !== 'field') return null;
  return /[\p{L}\p{N}]/u.test(separator) ? null : separator;
}

function printMonth(dialect: Dialect, name: string): string {
  const cases = monthNames.map(
    (month, index) => `WHEN ${quoteText(dialect, month)} THEN '${String(index + 1).padStart(2, '0')}'`,
  );
  return `CASE lower(${name}) ${cases.join(' ')} END`;
}
