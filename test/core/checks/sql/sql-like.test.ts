import { test } from 'vitest';
import { sqlLike } from '../../../../core/checks/sql/sql-like.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a list without a pattern', () => {
  expectSql(sqlLike, 'SELECT ⟦a LIKE ANY ()⟧', /at least one/);
});

test('reports an escape of several characters or none', () => {
  expectSql(sqlLike, "SELECT a LIKE 'x' ESCAPE ⟦'ab'⟧", /exactly one character/);
  expectSql(sqlLike, "SELECT a LIKE 'x' ESCAPE ⟦''⟧", /exactly one character/);
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlLike, [
    "SELECT a LIKE ANY ('x', 'y'), a LIKE 'x' ESCAPE '!', a LIKE 'x' ESCAPE '\\\\'",
  ]);
});
