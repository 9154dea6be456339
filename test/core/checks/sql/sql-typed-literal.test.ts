import { test } from 'vitest';
import { sqlTypedLiteral } from '../../../../core/checks/sql/sql-typed-literal.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a day that does not exist', () => {
  expectSql(
    sqlTypedLiteral,
    "SELECT ⟦DATE '2026-02-30'⟧",
    "`2026-02-30` is no date; write it as in `DATE '2026-01-31'`.",
  );
  expectSql(sqlTypedLiteral, "SELECT ⟦DATE '31.01.2026'⟧", /no date/);
});

test('reports a time that does not exist', () => {
  expectSql(sqlTypedLiteral, "SELECT ⟦TIMESTAMP '2026-01-31 24:00'⟧", /no timestamp/);
  expectSql(sqlTypedLiteral, "SELECT ⟦TIMESTAMP_NTZ '10:00'⟧", /no timestamp/);
});

test('reports digits that are not hexadecimal', () => {
  expectSql(sqlTypedLiteral, "SELECT ⟦X'G1'⟧", /hexadecimal/);
});

test('reports an interval without a unit', () => {
  expectSql(sqlTypedLiteral, "SELECT ⟦INTERVAL '1'⟧", /a unit is missing/);
});

test('reports a type that has no literals', () => {
  expectSql(sqlTypedLiteral, "SELECT ⟦TIME '10:00'⟧", /no literals of type `TIME`/);
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlTypedLiteral, [
    "SELECT DATE '2024-02-29', DATE '2026', DATE '2026-1-2 anything', DATE 'today', DATE ' -2026-01-01 '",
    "SELECT TIMESTAMP '2026-01-31 1:2:3.123456 Europe/Paris', TIMESTAMP '10:00', TIMESTAMP 'T10', TIMESTAMP_LTZ '2026-01-31 1:2+18:00', TIMESTAMP '2026-01-31 '",
    "SELECT X'', X'0', INTERVAL 'interval -1 day 2 hours', INTERVAL '1.5 seconds'",
  ]);
});
