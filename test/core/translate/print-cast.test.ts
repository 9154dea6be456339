import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnType } from '../../../core/contracts/plan.ts';
import { readValue, type Value } from '../../../core/semantics/read-value.ts';
import { printCast } from '../../../core/translate/print-cast.ts';
import { quoteText } from '../../../core/translate/quote.ts';

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>;
let instance: DuckDBInstance;
let connection: Connection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { autoload_known_extensions: 'false' });
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const hand = [
  ...[
    '0',
    '-0',
    '+0',
    '007',
    '+12',
    '12.0',
    '12.000',
    '12.',
    '12.5',
    '.5',
    '5.',
    '+.5',
    '-.5',
    '.',
    '+',
    '-',
    '1e3',
    '1E+3',
    '1e-3',
    '1e999',
    '1e1000',
    '1e-999',
    '1_000',
    '0x1F',
    '1,000',
    '٣',
  ],
  ...[
    '2147483647',
    '2147483648',
    '-2147483648',
    '-2147483649',
    '9223372036854775807',
    '9223372036854775808',
    '-9223372036854775808',
    '99999999999999999999999999999999999999',
    '999999999999999999999999999999999999999',
  ],
  ...[
    '123.45',
    '123.450',
    '123.456',
    '99999.99',
    '100000.00',
    '0000000123.4',
    'nan',
    'NaN',
    'inf',
    'Infinity',
    '-infinity',
    '12\n',
    '\n12',
    '1 2',
  ],
  ...['true', 'TRUE', 't', 'T', 'yes', 'Y', '1', 'false', 'F', 'no', 'N', '0', 'on', 'off', 'truth', 'yeſ'],
  ...[
    '2023-01-05',
    '2023-1-5',
    '2023-02-29',
    '2024-02-29',
    '1900-02-29',
    '0001-01-01',
    '0000-01-01',
    '9999-12-31',
    '10000-01-01',
    '2023-13-01',
    '2023-00-10',
    '1/2/23',
    '1/2/2023',
    '01/02/2023',
    '13/1/2023',
    '2/30/2023',
    '1-2-2023',
    '12-31-2023',
    '5 JAN 2023',
    '05 jan 2023',
    '5 January 2023',
    '31 Feb 2023',
    '20230105',
    'epoch',
    'infinity',
    '2023-01-05 ',
    '2023-01-05T00:00:00',
  ],
  ...[
    '2023-01-05 10:20',
    '2023-01-05T10:20:30',
    '2023-01-05 10:20:30.1',
    '2023-01-05 10:20:30.123456',
    '2023-01-05 10:20:30.1234560',
    '2023-01-05 10:20:30.1234567',
    '2023-01-05T10:20:30Z',
    '2023-01-05T10:20:30.5Z',
    '2023-01-05 10:20+02:00',
    '2023-01-05 10:20:30-05:30',
    '2023-01-05 10:20:30+18:00',
    '2023-01-05 10:20:30+18:01',
    '2023-01-05 24:00',
    '2023-01-05 23:60',
    '2023-01-05 10:20z',
    '2023-02-29T10:20:30Z',
    '2023-01-05 10:20:30.',
    '05.01.2023 10:20',
  ],
];

/** Texts near the hand-made ones: a seeded character changed, dropped or doubled. */
function mutated(texts: readonly string[], count: number): string[] {
  let state = 12345;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  const signs = '0123456789+-./: eETZ_a,\n';
  return Array.from({ length: count }, () => {
    const text = texts[random(texts.length)] ?? '';
    const at = random(text.length + 1);
    const sign = signs[random(signs.length)] ?? '0';
    return text.slice(0, at) + [sign, '', sign + sign][random(3)] + text.slice(at + random(2));
  }).filter((text) => text.replace(/^[ \t]+|[ \t]+$/g, '') === text && text !== '');
}

/** What DuckDB prints for a value that TypeScript has read. */
function asText(value: Value | null, scale: number): string | null {
  if (value === null) return null;
  switch (value.kind) {
    case 'decimal': {
      const digits = value.value
        .toString()
        .replace('-', '')
        .padStart(scale + 1, '0');
      const sign = value.value < 0n ? '-' : '';
      return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    }
    default:
      return String(value.value);
  }
}

const shapes: readonly (readonly [ColumnType, readonly string[], (sql: string) => string, number])[] = [
  ['int', [], (sql) => `(${sql})::VARCHAR`, 0],
  ['bigint', [], (sql) => `(${sql})::VARCHAR`, 0],
  ['boolean', [], (sql) => `(${sql})::VARCHAR`, 0],
  ['decimal(7,2)', [], (sql) => `(${sql})::VARCHAR`, 2],
  ['decimal(38,0)', [], (sql) => `(${sql})::VARCHAR`, 0],
  ['decimal(6,5)', [], (sql) => `(${sql})::VARCHAR`, 5],
  ['date', ['yyyy-MM-dd', 'M/d/yyyy', 'M-d-yyyy'], (sql) => `((${sql}) - DATE '1970-01-01')::VARCHAR`, 0],
  ['date', ['d MMM yyyy', 'yyyyMMdd', 'dd.MM.yyyy'], (sql) => `((${sql}) - DATE '1970-01-01')::VARCHAR`, 0],
  ['date', ['MM/dd/yyyy', 'dd/MM/yyyy', 'MM-d-yyyy'], (sql) => `((${sql}) - DATE '1970-01-01')::VARCHAR`, 0],
  ['timestamp', ['dd.MM.yyyy HH:mm'], (sql) => `epoch_us(${sql})::VARCHAR`, 0],
];

describe('a cast in DuckDB', () => {
  const texts = [...hand, ...mutated(hand, 3000)];
  for (const [type, formats, print, scale] of shapes) {
    test(`reads ${texts.length} texts as ${type} ${formats.join(' ')} as TypeScript does`, async () => {
      const sql = print(printCast('duckdb', 'x', type, { formats, timeZone: 'UTC' }));
      const list = texts.map((text) => quoteText('duckdb', text)).join(', ');
      const reader = await connection.runAndReadAll(`SELECT ${sql} FROM (SELECT unnest([${list}]) AS x)`);
      const read = reader.getRowsJson().map(([value], index) => `${texts[index]} → ${value}`);
      expect(read).toEqual(texts.map((text) => `${text} → ${asText(readValue(text, type, formats), scale)}`));
    });
  }

  test('reads doubles as TypeScript does, never infinite and never -0', async () => {
    const sql = printCast('duckdb', 'x', 'double', { formats: [], timeZone: 'UTC' });
    const list = texts.map((text) => quoteText('duckdb', text)).join(', ');
    const reader = await connection.runAndReadAll(`SELECT ${sql} FROM (SELECT unnest([${list}]) AS x)`);
    const read = reader.getRows().map(([value]) => value);
    expect(read).toEqual(texts.map((text) => readValue(text, 'double', [])?.value ?? null));
  });

  // Java's answers, which Spark gives.
  const clocks = [
    ['America/New_York', '2026-07-01 12:00', '2026-07-01 16:00:00'],
    ['America/New_York', '2023-11-05 01:30', '2023-11-05 05:30:00'],
    ['America/New_York', '2023-11-05 02:00', '2023-11-05 07:00:00'],
    ['America/New_York', '2023-11-05 12:00', '2023-11-05 17:00:00'],
    ['America/New_York', '2023-11-06 00:30', '2023-11-06 05:30:00'],
    ['America/New_York', '2023-03-12 02:30', '2023-03-12 07:30:00'],
    ['America/New_York', '2023-03-12 12:00', '2023-03-12 16:00:00'],
    ['America/New_York', '1850-01-01 00:00', '1850-01-01 04:56:02'],
    ['Europe/Paris', '2023-10-29 02:30', '2023-10-29 00:30:00'],
    ['Europe/Paris', '9999-12-31 23:59:59', '9999-12-31 22:59:59'],
    ['Australia/Lord_Howe', '2023-04-02 01:45', '2023-04-01 14:45:00'],
    ['America/New_York', '2023-11-05T01:30:00Z', '2023-11-05 01:30:00'],
    ['America/New_York', '2023-11-05 01:30+02:00', '2023-11-04 23:30:00'],
  ] as const;
  for (const [timeZone, text, utc] of clocks) {
    test(`reads ${text} of ${timeZone} as ${utc} UTC`, async () => {
      const sql = printCast('duckdb', 'x', 'timestamp', { formats: [], timeZone });
      const reader = await connection.runAndReadAll(`SELECT (${sql})::VARCHAR FROM (SELECT '${text}' AS x)`);
      expect(reader.getRowsJson()).toEqual([[utc]]);
    });
  }
});
