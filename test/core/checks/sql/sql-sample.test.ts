import { test } from 'vitest';
import { sqlSample } from '../../../../core/checks/sql/sql-sample.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a sample by bytes', () => {
  expectSql(sqlSample, 'SELECT * FROM t ⟦TABLESAMPLE (300M)⟧', /no sample by bytes/);
});

test('reports a sample without a size', () => {
  expectSql(sqlSample, 'SELECT * FROM t ⟦TABLESAMPLE ()⟧', /no size/);
});

test('reports a share beyond 100 percent', () => {
  expectSql(sqlSample, 'SELECT * FROM t ⟦TABLESAMPLE (101 PERCENT)⟧', /0 to 100 percent/);
});

test('reports a bucket that does not exist, or of a column', () => {
  expectSql(sqlSample, 'SELECT * FROM t ⟦TABLESAMPLE (BUCKET 11 OUT OF 10)⟧', /no bucket 11/);
  expectSql(sqlSample, 'SELECT * FROM t ⟦TABLESAMPLE (BUCKET 1 OUT OF 10 ON x)⟧', /by a column/);
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlSample, [
    'SELECT * FROM t TABLESAMPLE (100 PERCENT) x',
    'SELECT * FROM t TABLESAMPLE (10 ROWS)',
    'SELECT * FROM (SELECT 1) TABLESAMPLE (BUCKET 4 OUT OF 10)',
  ]);
});
