import { test } from 'vitest';
import { sqlNumberRange } from '../../../../core/checks/sql/sql-number-range.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a whole number that its type does not hold', () => {
  expectSql(sqlNumberRange, 'SELECT ⟦128Y⟧', /range of TINYINT/);
  expectSql(sqlNumberRange, 'SELECT ⟦32768S⟧', /range of SMALLINT/);
  expectSql(sqlNumberRange, 'SELECT 1 - ⟦9223372036854775808L⟧', /range of BIGINT/);
});

test('reports a number that no DOUBLE holds', () => {
  expectSql(sqlNumberRange, 'SELECT ⟦1e400⟧', /range of DOUBLE/);
});

test('reports a number that no FLOAT holds', () => {
  expectSql(sqlNumberRange, 'SELECT ⟦1e39F⟧', /range of FLOAT/);
});

test('reports more digits than a DECIMAL has', () => {
  expectSql(sqlNumberRange, 'SELECT ⟦123456789012345678901234567890123456789⟧', /needs 39 digits/);
  expectSql(sqlNumberRange, 'SELECT ⟦1e-39BD⟧', /at most 38/);
});

test('takes the sign as part of the number', () => {
  expectSqlSilence(sqlNumberRange, [
    'SELECT -128Y, - 32768S, -9223372036854775808L, 1e308, 1e38F, 12345678901234567890123456789012345678, 0000000000000000000000000000000000000001, 1e10BD',
  ]);
});
