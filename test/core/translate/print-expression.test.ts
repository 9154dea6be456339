import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnType } from '../../../core/contracts/plan.ts';
import { typeExpression } from '../../../core/semantics/type-expression.ts';
import type { ValueType } from '../../../core/semantics/value-type.ts';
import { parseExpression } from '../../../core/syntax/check-expression/parse-expression.ts';
import type { Dialect } from '../../../core/translate/dialect.ts';
import { printExpression } from '../../../core/translate/print-expression.ts';
import { printType } from '../../../core/translate/print-type.ts';
import { quoteName, quoteText } from '../../../core/translate/quote.ts';
import { evaluate, told } from './support/evaluate.ts';
import { columns, createRandom, randomExpression, readRows, rows } from './support/random-expression.ts';

const read = readRows();

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>;
let instance: DuckDBInstance;
let connection: Connection;

const names = [...columns.keys()];
const types = [...columns.values()];
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { autoload_known_extensions: 'false', threads: '1' });
  connection = await instance.connect();
  const cast = (text: string | null, type: ColumnType = 'string') =>
    `CAST(${text === null ? 'NULL' : quoteText('duckdb', text)} AS ${printType('duckdb', type)})`;
  const values = rows.map(
    (row, at) => `(${at}, ${row.map((text, index) => cast(text, types[index])).join(', ')})`,
  );
  await connection.run(
    `CREATE TABLE t AS SELECT * FROM (VALUES ${values.join(', ')}) AS v(row_no, ${names.map((name) => quoteName('duckdb', name)).join(', ')})`,
  );
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

function print(text: string, dialect: Dialect = 'duckdb'): string {
  const { tree, errors } = parseExpression(text);
  expect(errors).toEqual([]);
  return printExpression(tree, {
    dialect,
    types: columns,
    column: (name) => quoteName(dialect, name.toLowerCase()),
  });
}

/** SQL that makes a value a text, or a double, so that both sides can be compared. */
function shown(sql: string, type: ValueType | null): string {
  if (type === 'double') return `CAST(${sql} AS DOUBLE)`;
  if (type === 'date') return `CAST((${sql}) - DATE '1970-01-01' AS VARCHAR)`;
  if (type === 'timestamp') return `CAST(epoch_us(${sql}) AS VARCHAR)`;
  return `CAST(${sql} AS VARCHAR)`;
}

async function run(text: string): Promise<readonly unknown[]> {
  const type = typeExpression(parseExpression(text).tree, columns, { aggregates: false }).type;
  const reader = await connection.runAndReadAll(`SELECT ${shown(print(text), type)} FROM t ORDER BY row_no`);
  // DuckDB prints decimals of nothing but a fraction without the 0.
  return reader
    .getRows()
    .map(([value]) =>
      type?.startsWith('decimal') ? value && `${value}`.replace(/^(-?)[.]/, '$10.') : value,
    );
}

function meant(text: string): readonly unknown[] {
  const { tree } = parseExpression(text);
  return read.map((row) => told(evaluate(tree, row)));
}

describe('a printed expression in DuckDB', () => {
  const random = createRandom(20260101);
  const kinds = ['boolean', 'boolean', 'number', 'string', 'date', 'timestamp'] as const;
  const sound: string[] = [];
  while (sound.length < 800) {
    const text = randomExpression(random, kinds[random(kinds.length)] ?? 'boolean', 1 + random(4));
    const { tree, errors } = parseExpression(text);
    if (errors.length === 0 && typeExpression(tree, columns, { aggregates: false }).problems.length === 0)
      sound.push(text);
  }

  test('means what the reference says, in 800 random expressions over 10 rows', async () => {
    const answers: unknown[] = [];
    for (const text of sound) answers.push([text, await run(text)]);
    expect(answers).toEqual(sound.map((text) => [text, meant(text)]));
  });

  test.each([
    [
      'b + 1',
      [1, 6, -8, null, -9223372036854775807n, null, 4, null, 4611686018427387905n, 13].map((value) =>
        value === null ? null : `${value}`,
      ),
    ],
    [
      'coalesce(b + 1, -1) = -1',
      ['false', 'false', 'false', 'true', 'false', 'true', 'false', 'true', 'false', 'false'],
    ],
    [
      "s LIKE 'a\\\\%b'",
      ['false', 'false', 'false', 'false', 'false', 'true', 'false', null, 'false', 'false'],
    ],
    ['substr(s, 0, 2)', ['', 'Ab', ' a', 'ÀÉ', '😀b', 'a%', 'a\\', null, 'li', 'ba']],
    ['substr(s, -2)', ['', 'bc', 'a ', 'Éß', '😀b', '%b', '\\b', null, 'ak', 'ab']],
    [
      'abs(b)',
      [
        '0',
        '5',
        '9',
        '9223372036854775807',
        '9223372036854775808',
        null,
        '3',
        null,
        '4611686018427387904',
        '12',
      ],
    ],
    [
      "upper(s) = s AND s > 'A'",
      ['false', 'false', 'false', 'true', 'false', 'false', 'false', null, 'false', 'false'],
    ],
  ])('`%s`', async (text, values) => {
    expect(await run(text)).toEqual(values);
    expect(meant(text)).toEqual(values);
  });

  test('adds 74 terms and holds 20,000 items', async () => {
    const terms = ['i', ...Array.from({ length: 73 }, (_, index) => String(index))].join(' + ');
    expect(await run(terms)).toEqual(meant(terms));
    const list = `j IN (${Array.from({ length: 20_000 }, (_, index) => index * 5).join(', ')})`;
    expect(await run(list)).toEqual(meant(list));
  });

  test('counts, sums and compares over the table', async () => {
    const text =
      "count(*) = 10 AND count(DISTINCT s) = 9 AND sum(i) < 300 AND sum(m) * 2 - 1 < count(*) * 100 AND min(y) = '0001-01-01' AND max(z) > '9999-01-01' AND abs(min(b)) > 5 AND sum(i + 1) IS NOT NULL AND sum(d) IS NOT NULL";
    const { tree } = parseExpression(text);
    expect(typeExpression(tree, columns, { aggregates: true })).toEqual({ type: 'boolean', problems: [] });
    const reader = await connection.runAndReadAll(`SELECT ${print(text)} FROM t`);
    expect(reader.getRows()).toEqual([[true]]);
  });

  test('refuses a tree with problems', () => {
    const { tree } = parseExpression('i + ');
    expect(() =>
      printExpression(tree, { dialect: 'duckdb', types: columns, column: (name) => name }),
    ).toThrow('check the project before planning');
  });
});

describe('a printed expression for Spark', () => {
  test.each([
    ['b + 1', 'try_add(`b`, CAST(1 AS BIGINT))'],
    ['m * 2 - n', 'try_subtract(try_multiply(`m`, CAST(2 AS DECIMAL(10,0))), `n`)'],
    ["s LIKE 'a\\\\%'", "(`s` LIKE 'a\\\\%' ESCAPE '\\\\')"],
    ["trim(s) <=> 'it\\'s'", "(trim(BOTH ' ' FROM `s`) <=> 'it\\'s')"],
    ["y >= '2024-01-01'", "(`y` >= DATE '2024-01-01')"],
    ["z = TIMESTAMP '1970-01-01T00:00:01Z'", '(`z` = timestamp_micros(1000000))'],
    ['sum(i) > 5', '(CAST(sum(CAST(`i` AS DECIMAL(19,0))) AS DECIMAL(29,0)) > CAST(5 AS DECIMAL(29,0)))'],
  ])('writes `%s` with its own functions', (text, sql) => {
    expect(print(text, 'spark')).toBe(sql);
  });
});
