import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePattern } from '../../../core/syntax/pattern/parse-pattern.ts';
import { printMatches } from '../../../core/translate/print-pattern.ts';
import { quoteText } from '../../../core/translate/quote.ts';
import { meant, randomPattern, texts } from './support/pattern-cases.ts';
import { createRandom } from './support/random-expression.ts';

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>;
let instance: DuckDBInstance;
let connection: Connection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

async function matches(pattern: string): Promise<readonly unknown[]> {
  const list = texts.map((text) => quoteText('duckdb', text)).join(', ');
  const reader = await connection.runAndReadAll(
    `SELECT ${printMatches('duckdb', 'x', pattern)} FROM (SELECT unnest([${list}]) AS x)`,
  );
  return reader.getRows().map(([value]) => value);
}

describe('a printed pattern', () => {
  test('matches in DuckDB what it says, for 400 random patterns', async () => {
    const random = createRandom(99);
    const patterns = Array.from({ length: 400 }, () => randomPattern(random, 2));
    const found: unknown[] = [];
    for (const pattern of patterns) found.push([pattern, await matches(pattern)]);
    expect(found).toEqual(patterns.map((pattern) => [pattern, texts.map((text) => meant(pattern, text))]));
  });

  test('stands for the whole value, with or without anchors', async () => {
    expect(await matches('^a|b$')).toEqual(texts.map((text) => text === 'a' || text === 'b'));
  });

  test.each([
    '[^\\d]{1000}',
    '(?:[a-z][0-9]){1000}',
    '.{900}',
    '(?:a|é|😀){1000}',
    `(?:${'[b-y]'.repeat(20)}){100}`,
  ])('compiles at the edge: %s', async (pattern) => {
    expect(await matches(pattern)).toHaveLength(texts.length);
  });

  test('is NULL for NULL', async () => {
    const reader = await connection.runAndReadAll(
      `SELECT ${printMatches('duckdb', 'CAST(NULL AS VARCHAR)', 'a')}`,
    );
    expect(reader.getRows()).toEqual([[null]]);
  });

  test.each([
    ['^\\d{5}(-\\d{4})?$', "x RLIKE '^(?:[0-9]{5}(?:\\\\x2d[0-9]{4})?)\\\\z'"],
    ["it's|.", "x RLIKE '^(?:it\\\\x27s|[^\\\\n])\\\\z'"],
    ['(a|b|[cd])*', "x RLIKE '^(?:[abcd]*)\\\\z'"],
    ['(?:ab|c)+', "x RLIKE '^(?:(?:ab|c)+)\\\\z'"],
  ])('is spelled for Spark: %s', (pattern, sql) => {
    expect(printMatches('spark', 'x', pattern)).toBe(sql);
  });

  test('refuses a pattern with a problem', () => {
    expect(parsePattern('(').errors).toHaveLength(1);
    expect(() => printMatches('duckdb', 'x', '(')).toThrow('Check the project before planning.');
  });
});
