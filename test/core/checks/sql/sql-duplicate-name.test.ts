import { test } from 'vitest';
import { sqlDuplicateName } from '../../../../core/checks/sql/sql-duplicate-name.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a second common table of one name', () => {
  expectSql(
    sqlDuplicateName,
    'WITH a AS (SELECT 1), ⟦a⟧ AS (SELECT 2) SELECT * FROM a',
    'There is a common table `a` already; give this one another name.',
  );
});

test('reports a second window of one name', () => {
  expectSql(
    sqlDuplicateName,
    'SELECT sum(x) OVER w FROM t WINDOW w AS (ORDER BY x), ⟦w⟧ AS (ORDER BY y)',
    'There is a window `w` already; give this one another name.',
  );
});

test('looks before statements that change rows too', () => {
  expectSql(
    sqlDuplicateName,
    'WITH a AS (SELECT 1), ⟦`a`⟧ AS (SELECT 2) INSERT INTO t SELECT * FROM a',
    /common table `a`/,
  );
});

test('tells names apart by case and by clause', () => {
  expectSqlSilence(sqlDuplicateName, [
    'WITH a AS (SELECT 1), A AS (SELECT 2) SELECT * FROM a',
    'WITH a AS (WITH a AS (SELECT 1) SELECT * FROM a) SELECT * FROM a',
  ]);
});
