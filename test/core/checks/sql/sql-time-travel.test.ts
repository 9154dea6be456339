import { test } from 'vitest';
import { sqlTimeTravel } from '../../../../core/checks/sql/sql-time-travel.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a column', () => {
  expectSql(sqlTimeTravel, 'SELECT * FROM t TIMESTAMP AS OF ⟦x⟧ + 1', /cannot rest on a column/);
});

test('reports a word that is read as a column', () => {
  expectSql(
    sqlTimeTravel,
    'SELECT * FROM t TIMESTAMP AS OF ⟦current_timestamp⟧',
    /write `current_timestamp\(\)`/,
  );
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlTimeTravel, [
    'SELECT x FROM t TIMESTAMP AS OF now()',
    "SELECT x FROM t TIMESTAMP AS OF '2026-01-31'",
    'SELECT x FROM t VERSION AS OF 3',
  ]);
});
