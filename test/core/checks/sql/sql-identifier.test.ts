import { expect, test } from 'vitest';
import { sqlIdentifier } from '../../../../core/checks/sql/sql-identifier.ts';
import { applySqlFix, expectSql, expectSqlSilence, onlySpark40 } from './support/expect-sql.ts';

test('reports a name with a hyphen', () => {
  expectSql(
    sqlIdentifier,
    'SELECT 1 FROM ⟦test-table⟧',
    'The name test-table holds `-`, so it must stand in backquotes: `test-table`.',
  );
});

test('reports a name with letters beyond A to Z', () => {
  expectSql(sqlIdentifier, 'SELECT ⟦größe⟧ FROM t', /beyond A to Z/, onlySpark40);
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlIdentifier, [
    'SELECT 1 - a AS `a-b`, 2nd, _x FROM `test-table` AS t',
    'SELECT a-b FROM t',
  ]);
});

test('mends `SELECT 1 FROM db.test-table`', () => {
  expect(applySqlFix(sqlIdentifier, 'SELECT 1 FROM db.test-table')).toBe('SELECT 1 FROM db.`test-table`');
});
