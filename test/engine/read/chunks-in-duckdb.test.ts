import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChunkTarget, plainRaw, rewrittenRaw } from '../../../engine/local/chunk-sql.ts';
import type { Chunk } from '../../../engine/read/chunk.ts';
import { readRecords } from '../../../engine/read/read-records.ts';
import { commaFormat, piecesOf } from './read-all.ts';

const origin = { file: '', path: '', hash: '' };
const columns = ['a', 'b "q"', 'c'].map((name) => ({
  name,
  type: 'string' as const,
  headers: [name],
  isNeeded: false,
  origin,
}));
const target: ChunkTarget = {
  fileNo: 1,
  fileName: "it's.csv",
  ts: '20260101000000',
  delimiter: ',',
  columns,
  fields: [1, 2, 3],
};

/** A field, and how it is written: bare where it may be. */
const field = fc
  .tuple(
    fc.array(fc.constantFrom('x', 'é', '😀', ' ', ',', '"', '\n', '\r\n', '\r', '12', '\t'), {
      maxLength: 5,
    }),
    fc.boolean(),
  )
  .map(([parts, isQuoted]) => {
    const value = parts.join('');
    const isBare = !isQuoted && !/[",\r\n]/.test(value);
    return { value, written: isBare ? value : `"${value.replaceAll('"', '""')}"` };
  });
const row = fc.tuple(field, field, field);
const file = fc.tuple(
  fc.array(fc.tuple(row, fc.constantFrom('\n', '\r\n', '\n\n')), { maxLength: 30 }),
  fc.integer({ min: 20, max: 300 }),
);

test('the engine sees in a chunk exactly the values that another CSV parser sees in the file', async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();

  async function rowsOf(chunk: Chunk): Promise<string[][]> {
    const queries = [
      ...(chunk.plain ? [plainRaw(chunk.plain, target)] : []),
      ...(chunk.rewritten ? [rewrittenRaw(chunk.rewritten, target)] : []),
    ];
    const found: (readonly [number, string[]])[] = [];
    for (const { sql, values } of queries) {
      const reader = await connection.runAndReadAll(sql, values as Record<string, never>);
      for (const values of reader.getRows()) found.push([Number(values[1]), values.slice(5) as string[]]);
    }
    return found.sort(([one], [other]) => one - other).map(([, values]) => values);
  }

  await fc.assert(
    fc.asyncProperty(file, async ([rows, size]) => {
      const text = `a,b,c\n${rows.map(([cells, end]) => cells.map(({ written }) => written).join(',') + end).join('')}`;
      const found: string[][] = [];
      const reader = readRecords(piecesOf(Buffer.from(text), 7), commaFormat, {
        fileName: 'a.csv',
        chunkBytes: { first: size, largest: size },
      });
      for await (const chunk of reader) found.push(...(await rowsOf(chunk)));
      expect(found).toEqual(rows.map(([cells]) => cells.map(({ value }) => value)));
      const others = parse(text, {
        from_line: 2,
        record_delimiter: ['\n', '\r\n'],
        skip_empty_lines: true,
      }) as string[][];
      expect(found).toEqual(others);
    }),
    { seed: 7, numRuns: 300 },
  );
  connection.closeSync();
  instance.closeSync();
});
