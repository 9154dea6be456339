import { test } from 'vitest';
import { sqlDuplicateClause } from '../../../../core/checks/sql/sql-duplicate-clause.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a clause that stands twice', () => {
  expectSql(
    sqlDuplicateClause,
    "CREATE TABLE t (a INT) USING csv COMMENT 'a' ⟦COMMENT 'b'⟧",
    /keep one of them/,
  );
});

test('reports what is said of a column twice', () => {
  expectSql(sqlDuplicateClause, 'CREATE TABLE t (a INT NOT NULL ⟦NOT NULL⟧)', /keep one of them/);
  expectSql(
    sqlDuplicateClause,
    "ALTER TABLE t ADD COLUMN b STRING COMMENT 'a' ⟦COMMENT 'b'⟧",
    /keep one of them/,
  );
});

test('takes each clause once', () => {
  expectSqlSilence(sqlDuplicateClause, [
    "CREATE TABLE t (a INT COMMENT 'a' NOT NULL) USING csv COMMENT 'b' LOCATION '/x'",
    "CREATE VIEW v COMMENT 'a' AS SELECT 1",
  ]);
});
