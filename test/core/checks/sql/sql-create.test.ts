import { test } from 'vitest';
import { sqlCreate } from '../../../../core/checks/sql/sql-create.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a view that is to be replaced and to stay', () => {
  expectSql(sqlCreate, '⟦CREATE OR REPLACE VIEW IF NOT EXISTS v⟧ AS SELECT 1', /exclude one another/);
});

test('reports a temporary view of a database', () => {
  expectSql(sqlCreate, '⟦CREATE TEMPORARY VIEW a.v⟧ AS SELECT 1', /belongs to no database/);
});

test('reports columns of a table that is made of a query', () => {
  expectSql(sqlCreate, '⟦CREATE TABLE t⟧ (a INT) USING csv AS SELECT 1', /takes its columns from it/);
});

test('reports two ways to store a table', () => {
  expectSql(sqlCreate, '⟦CREATE TABLE t⟧ (a INT) USING csv STORED AS orc', /keep one kind/);
});

test('reports a function that is to be replaced and to stay', () => {
  expectSql(sqlCreate, "⟦CREATE OR REPLACE FUNCTION IF NOT EXISTS f⟧ AS 'x'", /exclude one another/);
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlCreate, [
    'CREATE OR REPLACE TEMPORARY VIEW v AS SELECT 1',
    'CREATE TEMPORARY TABLE t (a INT) USING csv',
    'CREATE TABLE IF NOT EXISTS t USING csv PARTITIONED BY (a) AS SELECT 1 AS a',
    "CREATE FUNCTION a.f AS 'x'",
  ]);
});
