import { test } from 'vitest';
import { sqlFrameBound } from '../../../../core/checks/sql/sql-frame-bound.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a column or call', () => {
  expectSql(
    sqlFrameBound,
    'SELECT sum(x) OVER (ORDER BY y RANGE BETWEEN ⟦n⟧ PRECEDING AND CURRENT ROW) FROM t',
    /is a constant/,
  );
  expectSql(sqlFrameBound, 'SELECT sum(x) OVER (ORDER BY y ROWS ⟦abs(2)⟧ PRECEDING) FROM t', /is a constant/);
});

test('takes constants', () => {
  expectSqlSilence(sqlFrameBound, [
    'SELECT sum(x) OVER (ORDER BY y RANGE BETWEEN INTERVAL 1 DAY PRECEDING AND 1 + 2 FOLLOWING), sum(x) OVER (ORDER BY y ROWS UNBOUNDED PRECEDING) FROM t',
  ]);
});
