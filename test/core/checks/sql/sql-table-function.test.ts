import { expect, test } from 'vitest';
import { sqlTableFunction } from '../../../../core/checks/sql/sql-table-function.ts';
import { applySqlFix, expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a database before the name', () => {
  expectSql(
    sqlTableFunction,
    'SELECT * FROM ⟦a.range⟧(3)',
    'A table function belongs to no database; write `range(…)`.',
  );
});

test('reports a table without parentheses', () => {
  expectSql(
    sqlTableFunction,
    'SELECT * FROM f(x => TABLE ⟦b.t⟧)',
    'The table that is given to a function stands in parentheses: `TABLE(b.t)`.',
  );
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlTableFunction, [
    'SELECT * FROM f(TABLE(t)), range(3)',
    'SELECT * FROM f(TABLE(SELECT 1))',
  ]);
});

test('mends `SELECT * FROM f(TABLE t)`', () => {
  expect(applySqlFix(sqlTableFunction, 'SELECT * FROM f(TABLE t)')).toBe('SELECT * FROM f(TABLE (t))');
});
