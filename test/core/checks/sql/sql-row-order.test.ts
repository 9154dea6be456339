import { test } from 'vitest';
import { sqlRowOrder } from '../../../../core/checks/sql/sql-row-order.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports two ways at once', () => {
  expectSql(sqlRowOrder, 'SELECT * FROM t ⟦ORDER BY a SORT BY b⟧', /exclude one another/);
  expectSql(sqlRowOrder, 'SELECT * FROM t ⟦ORDER BY a CLUSTER BY b⟧', /exclude one another/);
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlRowOrder, [
    'SELECT * FROM t DISTRIBUTE BY a SORT BY b LIMIT 3',
    'SELECT * FROM (SELECT * FROM t SORT BY a) ORDER BY b',
  ]);
});
