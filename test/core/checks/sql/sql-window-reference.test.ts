import { test } from 'vitest';
import { sqlWindowReference } from '../../../../core/checks/sql/sql-window-reference.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a window that is not there', () => {
  expectSql(sqlWindowReference, 'SELECT * FROM t WINDOW w AS ⟦x⟧', /no window `x`/);
});

test('reports a name of a name', () => {
  expectSql(sqlWindowReference, 'SELECT * FROM t WINDOW a AS (), b AS a, c AS ⟦b⟧', /only a name/);
});

test('takes a name of a window that is written out', () => {
  expectSqlSilence(sqlWindowReference, ['SELECT * FROM t WINDOW a AS (), b AS a, c AS (a)']);
});
