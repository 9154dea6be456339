import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptText, trimmedText } from '../../../core/plan/trim-text.ts';

const pieces = fc.constantFrom(' ', '\t', 'a', '!', 'NULL', '\n', '\u0001', '\u00a0', 'é', "'");
const raws = fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join(''));

test('trims space and tab alone, and knows blank and null values, with or without its short cut', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await fc.assert(
      fc.asyncProperty(raws, fc.constantFrom<string[]>([], ['NULL'], ['a', "'"]), async (raw, nulls) => {
        const trimmed = raw.replace(/^[ \t]+|[ \t]+$/g, '');
        const isNull = trimmed === '' || nulls.includes(trimmed);
        const sql = `SELECT ${trimmedText('duckdb', 'raw', nulls)}, ${keptText('duckdb', 'raw', nulls)} FROM (SELECT $1 AS raw)`;
        const [row] = (await connection.runAndReadAll(sql, [raw])).getRows();
        expect(row).toEqual(isNull ? [null, null] : [trimmed, raw]);
      }),
      { seed: 5, numRuns: 400 },
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
});
