import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ColumnType } from '../../../core/contracts/plan.ts';
import { typedLiteral } from '../../../core/plan/typed-literal.ts';

const options = { formats: ['yyyy-MM-dd', 'M/d/yyyy'], timeZone: 'UTC' };
let ask: (sql: string) => Promise<unknown>;
let close: () => void;

beforeAll(async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  ask = async (sql) => (await connection.runAndReadAll(sql)).getRows()[0];
  close = () => {
    connection.closeSync();
    instance.closeSync();
  };
});
afterAll(() => close());

const cases: readonly (readonly [string | number | boolean, ColumnType, string, string])[] = [
  ["it's; --", 'string', 'VARCHAR', "it's; --"],
  [true, 'string', 'VARCHAR', 'true'],
  [' -5.0 ', 'int', 'INTEGER', '-5'],
  [7, 'int', 'INTEGER', '7'],
  ['-9223372036854775808', 'bigint', 'BIGINT', '-9223372036854775808'],
  [0.1, 'double', 'DOUBLE', '0.1'],
  [1e21, 'double', 'DOUBLE', '1e+21'],
  ['-0.5', 'decimal(10,2)', 'DECIMAL(10,2)', '-0.50'],
  [12, 'decimal(4,0)', 'DECIMAL(4,0)', '12'],
  ['yes', 'boolean', 'BOOLEAN', 'true'],
  [false, 'boolean', 'BOOLEAN', 'false'],
  ['2/29/2024', 'date', 'DATE', '2024-02-29'],
  ['2024-02-29T10:00:00+02:00', 'timestamp', 'TIMESTAMP', '2024-02-29 08:00:00'],
];

test.each(cases)('prints %j as a %s', async (value, type, sqlName, shown) => {
  const literal = typedLiteral('duckdb', value, type, options);
  expect(await ask(`SELECT typeof(${literal}), CAST(${literal} AS VARCHAR)`)).toEqual([sqlName, shown]);
});

test('prints the same values for Spark', () => {
  expect(typedLiteral('spark', "it's", 'string', options)).toBe("'it\\'s'");
  expect(typedLiteral('spark', '1/2/2024', 'date', options)).toBe("DATE '2024-01-02'");
  expect(typedLiteral('spark', -1, 'int', options)).toBe('(-1)');
});

test.each([
  ['x', 'int'],
  ['2024-02-30', 'date'],
  ['1.005', 'decimal(10,2)'],
  ['9999999999', 'int'],
] as const)('refuses %j as a %s', (value, type) => {
  expect(() => typedLiteral('duckdb', value, type, options)).toThrow(type);
});
