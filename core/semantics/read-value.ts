import type { ColumnType } from '../contracts/plan.ts';
import { type DateField, hasTime, parseDateFormat } from '../syntax/date-format/parse-date-format.ts';
import {
  dateFormatPattern,
  decimalPattern,
  doublePattern,
  falseWords,
  integerPattern,
  isoDatePattern,
  localTimestampPattern,
  monthNames,
  offsetTimestampPattern,
  trueWords,
  utcTimestampPattern,
} from './cast-patterns.ts';
import { decimalType } from './decimal-type.ts';

/**
 * What a text means as a value of a type.
 * `int` and `bigint`: the number. `decimal`: the number times 10^scale. `date`: days since 1970-01-01. `timestamp`:
 * microseconds since 1970-01-01 00:00; `isLocal` when the text carries no offset, so that the time zone is still to apply.
 */
export type Value =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'int' | 'bigint' | 'decimal'; readonly value: bigint }
  | { readonly kind: 'double'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'date'; readonly value: number }
  | { readonly kind: 'timestamp'; readonly value: bigint; readonly isLocal: boolean };

const limits = { int: 2n ** 31n, bigint: 2n ** 63n } as const;

/**
 * Reads a trimmed text by the contract's cast rules: the definition that `printCast` prints for engines.
 * Null when the text does not fit. Formats with problems match nothing.
 */
export function readValue(text: string, type: ColumnType, formats: readonly string[]): Value | null {
  switch (type) {
    case 'string':
      return { kind: 'string', value: text };
    case 'int':
    case 'bigint':
      return readInteger(text, type);
    case 'double':
      return readDouble(text);
    case 'boolean':
      return readBoolean(text);
    case 'date':
      return readDate(text, formats);
    case 'timestamp':
      return readTimestamp(text, formats);
    default:
      return readDecimal(text, type);
  }
}

function isWhole(text: string, pattern: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(text);
}

function readInteger(text: string, kind: 'int' | 'bigint'): Value | null {
  if (!isWhole(text, integerPattern)) return null;
  const value = signedDigits(text.replace(/[.]0+$/, ''));
  return value >= -limits[kind] && value < limits[kind] ? { kind, value } : null;
}

function signedDigits(text: string): bigint {
  const digits = BigInt(text.replace(/^[+-]/, ''));
  return text.startsWith('-') ? -digits : digits;
}

function readDouble(text: string): Value | null {
  if (!isWhole(text, doublePattern)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? { kind: 'double', value: value === 0 ? 0 : value } : null;
}

function readDecimal(text: string, type: ColumnType): Value | null {
  const decimal = decimalType(type);
  if (decimal === null || !isWhole(text, decimalPattern(decimal))) return null;
  const [whole = '', fraction = ''] = text.split('.');
  const digits = fraction.padEnd(decimal.scale, '0').slice(0, decimal.scale);
  return { kind: 'decimal', value: signedDigits(`${whole}${digits}`.replace(/^([+-]?)$/, '$10')) };
}

function readBoolean(text: string): Value | null {
  const word = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  if ((trueWords as readonly string[]).includes(word)) return { kind: 'boolean', value: true };
  if ((falseWords as readonly string[]).includes(word)) return { kind: 'boolean', value: false };
  return null;
}

function readDate(text: string, formats: readonly string[]): Value | null {
  for (const format of formats) {
    const moment = readByFormat(text, format, false);
    if (moment !== null) return { kind: 'date', value: Number(moment / microsPerDay) };
  }
  return null;
}

function readTimestamp(text: string, formats: readonly string[]): Value | null {
  if (isWhole(text, localTimestampPattern)) {
    const value = readIso(text);
    if (value !== null) return { kind: 'timestamp', value, isLocal: true };
  }
  if (isWhole(text, utcTimestampPattern) || isWhole(text, offsetTimestampPattern)) {
    const value = readIso(text);
    return value === null ? null : { kind: 'timestamp', value: value - offsetMicros(text), isLocal: false };
  }
  for (const format of formats) {
    const value = readByFormat(text, format, true);
    if (value !== null) return { kind: 'timestamp', value, isLocal: true };
  }
  return null;
}

const isoParts = new RegExp(
  `^(${isoDatePattern})(?:[ T]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.]([0-9]+))?)?)?`,
);

function readIso(text: string): bigint | null {
  const [, date = '', hour, minute, second, fraction] = isoParts.exec(text) ?? [];
  const [year, month, day] = date.split('-').map(Number);
  const whole = momentOf({
    year,
    month,
    day,
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  });
  return whole === null ? null : whole + BigInt((fraction ?? '').padEnd(6, '0').slice(0, 6));
}

function offsetMicros(text: string): bigint {
  const [, sign, hours, minutes] = /([+-])([0-9]{2}):([0-9]{2})$/.exec(text) ?? [];
  if (sign === undefined) return 0n;
  const micros = BigInt(Number(hours) * 60 + Number(minutes)) * 60_000_000n;
  return sign === '-' ? -micros : micros;
}

function readByFormat(text: string, format: string, isTimeAllowed: boolean): bigint | null {
  const { parts, errors } = parseDateFormat(format);
  if (errors.length > 0 || (hasTime(parts) && !isTimeAllowed)) return null;
  const groups = new RegExp(`^(?:${dateFormatPattern(parts)})$`).exec(text);
  if (groups === null) return null;
  const values: Partial<Record<DateField, number>> = {};
  const fields = parts.filter((part) => part.kind === 'field');
  for (const [index, { field, width }] of fields.entries()) {
    const piece = groups[index + 1] ?? '';
    values[field] = width === 'name' ? monthNames.indexOf(piece.toLowerCase()) + 1 : Number(piece);
  }
  return momentOf(values);
}

const microsPerDay = 86_400_000_000n;

/** Microseconds since 1970-01-01 of a moment of the proleptic Gregorian calendar; null when the day does not exist. */
function momentOf(fields: { readonly [field in DateField]?: number | undefined }): bigint | null {
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = fields;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return BigInt(date.getTime()) * 1000n + BigInt((hour * 60 + minute) * 60 + second) * 1_000_000n;
}
