import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { quoteName, quoteText } from '../../../core/translate/quote.ts';

test('quotes names for each dialect', () => {
  expect(quoteName('duckdb', 'a"; DROP TABLE t')).toBe('"a""; DROP TABLE t"');
  expect(quoteName('spark', 'a`b')).toBe('`a``b`');
});

test('quotes texts so that DuckDB reads them back', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const texts = ["it's", 'back\\slash', 'line\nbreak', '😀 "x"', 'nul\0inside', '$1 ${x} :y ?', ''];
  const reader = await connection.runAndReadAll(
    `SELECT ${texts.map((text) => quoteText('duckdb', text)).join(', ')}`,
  );
  expect(reader.getRows()).toEqual([texts]);
  connection.closeSync();
  instance.closeSync();
});

test('quotes texts for Spark, which knows escapes and substitutes variables', () => {
  expect(quoteText('spark', "it's a\\b\n\r\t\0 ${hiveconf:x}")).toBe(
    "'it\\'s a\\\\b\\n\\r\\t\\0 \\u0024{hiveconf:x}'",
  );
});
