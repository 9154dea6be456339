import { describe, expect, test } from 'vitest';
import type { ColumnType } from '../../../core/contracts/plan.ts';
import { decimalType } from '../../../core/semantics/decimal-type.ts';
import { fitsType } from '../../../core/semantics/fits-type.ts';
import { readValue } from '../../../core/semantics/read-value.ts';

const dates = ['yyyy-MM-dd', 'M/d/yyyy', 'M-d-yyyy'];

describe('readValue', () => {
  test.each<[ColumnType, string, bigint | number | boolean | string | null]>([
    ['string', ' x ', ' x '],
    ['int', '12.000', 12n],
    ['int', '+007', 7n],
    ['int', '-2147483648', -2147483648n],
    ['int', '2147483648', null],
    ['int', '12.5', null],
    ['int', '12\n', null],
    ['int', '1e3', null],
    ['bigint', '9223372036854775807', 9223372036854775807n],
    ['bigint', '9223372036854775808', null],
    ['double', '-0', 0],
    ['double', '.5', 0.5],
    ['double', '5.', 5],
    ['double', '1e308', 1e308],
    ['double', '1e999', null],
    ['double', '1e1000', null],
    ['double', 'nan', null],
    ['decimal(5,2)', '123.4500', 12345n],
    ['decimal(5,2)', '-.5', -50n],
    ['decimal(5,2)', '0001234', null],
    ['decimal(5,2)', '000123', 12300n],
    ['decimal(5,2)', '1.005', null],
    ['decimal(5,2)', '1e2', null],
    ['decimal(5,0)', '.0', 0n],
    ['decimal(2,2)', '0.25', 25n],
    ['decimal(2,2)', '1.25', null],
    ['boolean', 'YES', true],
    ['boolean', '0', false],
    ['boolean', 'on', null],
    ['date', '2024-02-29', 19782],
    ['date', '2023-02-29', null],
    ['date', '1/2/2024', 19724],
    ['date', '1-2-24', null],
    ['date', '0000-01-01', null],
    ['timestamp', '1970-01-01', 0n],
    ['timestamp', '1970-01-01T00:00:01.0000010', 1_000_001n],
    ['timestamp', '1970-01-01 00:00:00.0000001', null],
    ['timestamp', '1970-01-01 02:00+02:00', 0n],
    ['timestamp', '1969-12-31 18:30:00-05:30', 0n],
    ['timestamp', '1970-01-01T00:00Z', 0n],
    ['timestamp', '1970-01-01T24:00Z', null],
    ['timestamp', '1970-01-01T00:00+18:01', null],
  ])('reads %s %j as %s', (type, text, value) => {
    expect(readValue(text, type, type === 'date' ? dates : [])?.value ?? null).toBe(value);
    expect(fitsType(text, type, type === 'date' ? dates : [])).toBe(value !== null);
  });

  test('says whether a timestamp still needs its time zone', () => {
    expect(readValue('2024-01-01 10:00', 'timestamp', [])).toMatchObject({ isLocal: true });
    expect(readValue('2024-01-01 10:00Z', 'timestamp', [])).toMatchObject({ isLocal: false });
    expect(readValue('01.02.2024 10:00', 'timestamp', ['dd.MM.yyyy HH:mm'])).toMatchObject({ isLocal: true });
  });

  test('takes the first format by which a text is a date', () => {
    const day = (text: string) => readValue(text, 'date', ['M/d/yyyy', 'd/M/yyyy'])?.value;
    expect(day('1/2/2024')).toBe(readValue('2024-01-02', 'date', dates)?.value);
    expect(day('13/2/2024')).toBe(readValue('2024-02-13', 'date', dates)?.value);
  });

  test('matches nothing by a format with problems, or with a time of day in a date', () => {
    expect(readValue('2024', 'date', ['yyyy'])).toBeNull();
    expect(readValue('2024-01-01 10:00', 'date', ['yyyy-MM-dd HH:mm'])).toBeNull();
  });
});

test('decimalType reads precision and scale', () => {
  expect(decimalType('decimal(12,2)')).toEqual({ precision: 12, scale: 2 });
  expect(decimalType('int')).toBeNull();
});
