import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnType } from '../../../core/contracts/plan.ts';
import { readValue } from '../../../core/semantics/read-value.ts';
import { printCast } from '../../../core/translate/print-cast.ts';
import { quoteText } from '../../../core/translate/quote.ts';
import { asText, hand, mutated } from './support/cast-texts.ts';

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
  ['date', ['MM. dd. yyyy', 'M年d年yyyy', 'M·d·yyyy'], (sql) => `((${sql}) - DATE '1970-01-01')::VARCHAR`, 0],
  ['date', ["M'0'd'0'yyyy", "d'a'MMM'a'yyyy"], (sql) => `((${sql}) - DATE '1970-01-01')::VARCHAR`, 0],
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
