import { test } from 'vitest';
import { sqlGroupingSet } from '../../../../core/checks/sql/sql-grouping-set.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports an empty set', () => {
  expectSql(sqlGroupingSet, 'SELECT a FROM t GROUP BY CUBE(a, ⟦()⟧)', /takes no empty set/);
  expectSql(sqlGroupingSet, 'SELECT a FROM t GROUP BY a, ROLLUP(⟦()⟧, b)', /`ROLLUP` takes/);
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlGroupingSet, [
    'SELECT a FROM t GROUP BY GROUPING SETS ((a), ())',
    'SELECT a FROM t GROUP BY CUBE((a, b), c)',
  ]);
});
