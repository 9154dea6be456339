import { test } from 'vitest';
import { sqlSet } from '../../../../core/checks/sql/sql-set.ts';
import { expectSql, expectSqlSilence, onlySpark35 } from './support/expect-sql.ts';

test('reports a value without `=`', () => {
  expectSql(sqlSet, '⟦SET spark.sql.x 8⟧', /write `=` between/);
});

test('reports a key that needs backquotes', () => {
  expectSql(sqlSet, '⟦SET a-b = 8⟧', '`a-b` is no plain key; put it in backquotes.');
});

test('reports a time zone that is none', () => {
  expectSql(sqlSet, '⟦SET TIME ZONE Europe/Paris⟧', /no time zone/);
});

test('reports a RESET of several keys', () => {
  expectSql(sqlSet, '⟦RESET a b⟧;', /`RESET key`/);
});

test('reports a variable before Spark 4.0', () => {
  expectSql(sqlSet, '⟦SET VAR x 1⟧', /Spark 4.0/, onlySpark35);
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlSet, [
    'SET',
    'SET -v',
    'SET spark.sql.ansi.enabled',
    'SET a.b = a b c;',
    'SET `a-b` = 3',
    'SET `a-b`',
    "SET TIME ZONE 'Europe/Paris'",
    'SET TIME ZONE LOCAL',
    'SET TIME ZONE INTERVAL 2 HOURS',
    'RESET',
    'RESET a.b',
    'RESET `a-b`;',
    'SET a=b=c',
  ]);
});
