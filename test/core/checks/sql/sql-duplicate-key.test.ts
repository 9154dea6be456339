import { test } from 'vitest';
import { sqlDuplicateKey } from '../../../../core/checks/sql/sql-duplicate-key.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a key that stands twice', () => {
  expectSql(sqlDuplicateKey, 'INSERT INTO t PARTITION (a = 1, ⟦A⟧ = 2) SELECT 1', /stands twice/);
  expectSql(
    sqlDuplicateKey,
    "INSERT OVERWRITE DIRECTORY '/x' USING csv OPTIONS (sep ',', ⟦'sep'⟧ ';') SELECT 1",
    /`sep` stands twice/,
  );
});

test('takes different keys', () => {
  expectSqlSilence(sqlDuplicateKey, [
    "INSERT OVERWRITE DIRECTORY '/x' USING csv OPTIONS (sep ',', Sep ';') SELECT 1",
    'INSERT INTO t PARTITION (a = 1, b = 2) SELECT 1',
  ]);
});
