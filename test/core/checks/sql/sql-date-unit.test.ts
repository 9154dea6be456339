import { expect, test } from 'vitest';
import { sqlDateUnit } from '../../../../core/checks/sql/sql-date-unit.ts';
import { applySqlFix, expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a unit in quotes', () => {
  expectSql(
    sqlDateUnit,
    "SELECT dateadd(⟦'day'⟧, 1, x)",
    'The unit of `dateadd` stands without quotes: day.',
  );
});

test('takes words, and two arguments', () => {
  expectSqlSilence(sqlDateUnit, [
    "SELECT DATEADD(DAY, 1, x), DATEADD('2026-01-31', 1), date_add(x, 3), trunc('x', 'y', 'z')",
  ]);
});

test("mends `SELECT TIMESTAMPDIFF('HOUR', a, b)`", () => {
  expect(applySqlFix(sqlDateUnit, "SELECT TIMESTAMPDIFF('HOUR', a, b)")).toBe(
    'SELECT TIMESTAMPDIFF(HOUR, a, b)',
  );
});
