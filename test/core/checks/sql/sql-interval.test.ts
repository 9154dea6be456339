import { test } from 'vitest';
import { sqlInterval } from '../../../../core/checks/sql/sql-interval.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports mixed units', () => {
  expectSql(sqlInterval, 'SELECT ⟦INTERVAL 1 YEAR 2 DAYS⟧', /cannot be mixed/);
});

test('reports a fraction of anything but seconds', () => {
  expectSql(sqlInterval, 'SELECT ⟦INTERVAL 1.5 DAY⟧', /`DAY` takes no fraction/);
});

test('reports a value that is no number', () => {
  expectSql(sqlInterval, "SELECT ⟦INTERVAL 'x' WEEKS⟧", /no number/);
});

test('reports a value that is out of range', () => {
  expectSql(sqlInterval, 'SELECT ⟦INTERVAL 99999999999 YEAR⟧', /out of the range/);
});

test('reports a unit that Spark does not have', () => {
  expectSql(sqlInterval, 'SELECT ⟦INTERVAL 1 NANOSECOND⟧', /no unit `NANOSECOND`/);
});

test('reports units in the wrong order', () => {
  expectSql(sqlInterval, "SELECT ⟦INTERVAL '1' HOUR TO DAY⟧", /no intervals from `HOUR` to `DAY`/);
});

test('reports a text that does not fit its units', () => {
  expectSql(sqlInterval, "SELECT ⟦INTERVAL '1 24' DAY TO HOUR⟧", /too large/);
  expectSql(sqlInterval, "SELECT ⟦INTERVAL '1:30' DAY TO HOUR⟧", /of the form `1 12`/);
});

test('reports a number where a text belongs', () => {
  expectSql(sqlInterval, 'SELECT ⟦INTERVAL 5 DAY TO HOUR⟧', /is a text/);
});

test('reports a type with units in the wrong order', () => {
  expectSql(sqlInterval, 'SELECT CAST(a AS ⟦INTERVAL SECOND TO MINUTE⟧)', /larger unit first/);
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlInterval, [
    "SELECT INTERVAL 1 WEEK 2 DAYS, INTERVAL '- 1' DAY, INTERVAL -'-1' DAY, INTERVAL 1.5 SECONDS, INTERVAL '.5' SECOND",
    "SELECT INTERVAL ' 1-11 ' YEAR TO MONTH, INTERVAL '100:00' HOUR TO MINUTE, INTERVAL '1 2:3:4.5' DAY TO SECOND",
    'SELECT INTERVAL - /* c */ 4 YEAR',
  ]);
});
