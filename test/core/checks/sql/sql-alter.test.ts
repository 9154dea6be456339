import { test } from 'vitest';
import { sqlAlter } from '../../../../core/checks/sql/sql-alter.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test("reports a new name in Hive's form", () => {
  expectSql(sqlAlter, 'ALTER TABLE t ⟦CHANGE COLUMN a b INT⟧', /RENAME COLUMN a TO b/);
});

test('reports a change that is not said', () => {
  expectSql(sqlAlter, 'ALTER TABLE t ⟦ALTER COLUMN a⟧', /what is to change/);
});

test('reports a replacement with more than types', () => {
  expectSql(sqlAlter, 'ALTER TABLE t ⟦REPLACE COLUMNS (a INT NOT NULL)⟧', /comments alone/);
});

test('reports partitions of a view', () => {
  expectSql(sqlAlter, 'ALTER VIEW v ⟦ADD PARTITION (a = 1)⟧', /no partitions/);
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlAlter, [
    'ALTER TABLE t CHANGE COLUMN a A BIGINT',
    "ALTER TABLE t REPLACE COLUMNS (a INT COMMENT 'x')",
    'ALTER TABLE t ALTER COLUMN a TYPE BIGINT',
  ]);
});
