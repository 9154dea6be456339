import { expect, test } from 'vitest';
import { sqlChangeTarget } from '../../../../core/checks/sql/sql-change-target.ts';
import { applySqlFix, expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports names of columns', () => {
  expectSql(sqlChangeTarget, 'UPDATE t AS x⟦(a, b)⟧ SET a = 1', /no names of columns/);
  expectSql(
    sqlChangeTarget,
    'MERGE INTO t USING s AS x⟦(a)⟧ ON true WHEN MATCHED THEN DELETE',
    /no names of columns/,
  );
});

test('takes an alias', () => {
  expectSqlSilence(sqlChangeTarget, ['UPDATE t AS x SET a = 1', 'DELETE FROM t x WHERE true']);
});

test('mends `DELETE FROM t AS x(a) WHERE a = 1`', () => {
  expect(applySqlFix(sqlChangeTarget, 'DELETE FROM t AS x(a) WHERE a = 1')).toBe(
    'DELETE FROM t AS x WHERE a = 1',
  );
});
