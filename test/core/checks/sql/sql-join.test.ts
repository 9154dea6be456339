import { test } from 'vitest';
import { sqlJoin } from '../../../../core/checks/sql/sql-join.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports kinds that exclude one another', () => {
  expectSql(sqlJoin, 'SELECT * FROM a ⟦NATURAL CROSS JOIN b⟧', /NATURAL` and `CROSS/);
  expectSql(sqlJoin, 'SELECT * FROM a ⟦NATURAL JOIN LATERAL (SELECT 1)⟧', /NATURAL` and `LATERAL/);
});

test('reports LATERAL on the wrong side', () => {
  expectSql(sqlJoin, 'SELECT * FROM a ⟦RIGHT JOIN LATERAL (SELECT 1) ON true⟧', /alone/);
});

test('reports LATERAL with USING', () => {
  expectSql(sqlJoin, 'SELECT * FROM a ⟦JOIN LATERAL (SELECT 1 AS x) USING (x)⟧', /takes no `USING`/);
});

test('reports LATERAL before a plain table', () => {
  expectSql(sqlJoin, 'SELECT * FROM a, LATERAL ⟦b⟧', /a query in parentheses/);
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlJoin, [
    'SELECT * FROM a, LATERAL (SELECT 1), LATERAL explode(x)',
    'SELECT * FROM a LEFT JOIN LATERAL (SELECT 1) ON true',
    'SELECT * FROM LATERAL t',
    'SELECT * FROM a CROSS JOIN b USING (x)',
  ]);
});
