import { test } from 'vitest';
import { sqlInsert } from '../../../../core/checks/sql/sql-insert.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports IF NOT EXISTS of an addition', () => {
  expectSql(
    sqlInsert,
    '⟦INSERT INTO t PARTITION (p = 1) IF NOT EXISTS⟧ SELECT 1',
    /`INSERT OVERWRITE` alone/,
  );
});

test('reports IF NOT EXISTS with an open partition', () => {
  expectSql(sqlInsert, '⟦INSERT OVERWRITE t PARTITION (p = 1, q) IF NOT EXISTS⟧ SELECT 1', /give `q` one/);
});

test('reports a directory without a path, or with two', () => {
  expectSql(sqlInsert, '⟦INSERT OVERWRITE DIRECTORY USING parquet⟧ SELECT 1', /No path/);
  expectSql(
    sqlInsert,
    "⟦INSERT OVERWRITE DIRECTORY '/a' USING parquet OPTIONS (path '/b')⟧ SELECT 1",
    /stands twice/,
  );
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlInsert, [
    'INSERT OVERWRITE t PARTITION (p = 1) IF NOT EXISTS SELECT 1',
    'INSERT INTO t PARTITION (p) SELECT 1',
    "INSERT OVERWRITE DIRECTORY USING parquet OPTIONS (path '/b') SELECT 1",
    "INSERT OVERWRITE DIRECTORY '/a' STORED AS orc SELECT 1",
  ]);
});
