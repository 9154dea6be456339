import type { DatePart } from '../syntax/date-format/parse-date-format.ts';
import type { DecimalType } from './decimal-type.ts';

/*
 * Accepted spellings of each type, as sources of regular expressions that RE2, Java and JavaScript read alike and that
 * always stand for a whole value. Groups do not capture unless it says so. Ranges that a pattern cannot tell (32 bits,
 * days of February, finite doubles) are left to the cast behind it.
 */

export const integerPattern = '[+-]?[0-9]+(?:[.]0+)?';

export const doublePattern = '[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]{1,3})?';

/** Lower-case spellings; ASCII case is ignored. */
export const trueWords = ['true', 't', 'yes', 'y', '1'] as const;
export const falseWords = ['false', 'f', 'no', 'n', '0'] as const;

/** Digits before the point up to precision - scale, leading zeros aside; after it up to scale, trailing zeros aside. */
export function decimalPattern({ precision, scale }: DecimalType): string {
  const whole = precision > scale ? `(?:0+|0*[0-9]{1,${precision - scale}})` : '0+';
  const fraction = scale > 0 ? `[0-9]{0,${scale}}0*` : '0*';
  const bare = scale > 0 ? `(?:[0-9]{1,${scale}}0*|0+)` : '0+';
  return `[+-]?(?:${whole}(?:[.]${fraction})?|[.]${bare})`;
}

const year = '[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]';
const month = '0[1-9]|1[0-2]';
const day = '0[1-9]|[12][0-9]|3[01]';
const hour = '[01][0-9]|2[0-3]';
const sixty = '[0-5][0-9]';

/** `yyyy-MM-dd` without the calendar's knowledge. */
export const isoDatePattern = `(?:${year})-(?:${month})-(?:${day})`;

const isoTime = `[ T](?:${hour}):${sixty}(?::${sixty}(?:[.][0-9]{1,6}0*)?)?`;

/** A date, or a date and a time in the source's time zone. */
export const localTimestampPattern = `${isoDatePattern}(?:${isoTime})?`;
/** A date and a time in UTC, ending with `Z`. */
export const utcTimestampPattern = `${isoDatePattern}${isoTime}Z`;
/** A date and a time with an offset of at most 18 hours. */
export const offsetTimestampPattern = `${isoDatePattern}${isoTime}[+-](?:(?:0[0-9]|1[0-7]):${sixty}|18:00)`;

export const monthNames: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const monthName = monthNames
  .map((name) => [...name].map((letter) => `[${letter.toUpperCase()}${letter}]`).join(''))
  .join('|');

/** A literal text as a pattern. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

/** The values that a date format reads, each field a capturing group in the order of the format. */
export function dateFormatPattern(parts: readonly DatePart[]): string {
  return parts
    .map((part) => (part.kind === 'literal' ? escapePattern(part.text) : `(${fieldPattern(part)})`))
    .join('');
}

function fieldPattern({ field, width }: DatePart & { kind: 'field' }): string {
  const optionalZero = width === 'loose' ? '0?' : '0';
  switch (field) {
    case 'year':
      return year;
    case 'month':
      return width === 'name' ? monthName : `${optionalZero}[1-9]|1[0-2]`;
    case 'day':
      return `${optionalZero}[1-9]|[12][0-9]|3[01]`;
    case 'hour':
      return hour;
    default:
      return sixty;
  }
}
