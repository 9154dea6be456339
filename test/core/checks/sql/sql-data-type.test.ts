import { expect, test } from 'vitest';
import { sqlDataType } from '../../../../core/checks/sql/sql-data-type.ts';
import { applySqlFix, expectSql, expectSqlSilence, onlySpark35 } from './support/expect-sql.ts';

test('reports a type of another database, and names the one of Spark', () => {
  expectSql(sqlDataType, 'SELECT CAST(a AS ⟦TEXT⟧)', '`TEXT` is no type of Spark; did you mean `STRING`?');
});

test('reports a misspelled type', () => {
  expectSql(sqlDataType, 'SELECT CAST(a AS ⟦BIGNT⟧)', '`BIGNT` is no type of Spark; did you mean `BIGINT`?');
});

test('reports a type without its length', () => {
  expectSql(sqlDataType, 'SELECT CAST(a AS ⟦CHAR⟧)', /needs a length/);
});

test('reports a length that a type does not take', () => {
  expectSql(sqlDataType, 'SELECT CAST(a AS ⟦INT(3)⟧)', '`INT` takes no length; write `INT` alone.');
});

test('reports a decimal that does not exist', () => {
  expectSql(sqlDataType, 'SELECT CAST(a AS ⟦DECIMAL(39)⟧)', /at most 38 digits/);
  expectSql(sqlDataType, 'SELECT CAST(a AS ⟦DECIMAL(5, 6)⟧)', /cannot have 6 of 5 digits/);
});

test('reports a nested type that does not say what it holds', () => {
  expectSql(sqlDataType, 'SELECT CAST(a AS ⟦ARRAY⟧)', /`ARRAY<STRING>`/);
});

test('reports a type of a later Spark', () => {
  expectSql(sqlDataType, 'SELECT CAST(a AS ⟦VARIANT⟧)', /no type of Spark/, onlySpark35);
});

test('takes every type that Spark has', () => {
  expectSqlSilence(sqlDataType, [
    'SELECT CAST(a AS decimal(38, 38)), CAST(a AS numeric(0)), CAST(a AS dec), CAST(a AS real), CAST(a AS void), CAST(a AS VARCHAR(0))',
    'SELECT CAST(a AS map<string, array<struct<x: long>>>), CAST(a AS interval), CAST(a AS INTERVAL YEAR TO MONTH)',
  ]);
});

test('mends `SELECT CAST(a AS DATETIME)`', () => {
  expect(applySqlFix(sqlDataType, 'SELECT CAST(a AS DATETIME)')).toBe('SELECT CAST(a AS TIMESTAMP)');
});

test('mends `SELECT CAST(a AS STRING(20))`', () => {
  expect(applySqlFix(sqlDataType, 'SELECT CAST(a AS STRING(20))')).toBe('SELECT CAST(a AS STRING)');
});
