import { test } from 'vitest';
import { sqlMerge } from '../../../../core/checks/sql/sql-merge.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a merge that does nothing', () => {
  expectSql(sqlMerge, '⟦MERGE⟧ INTO t USING s ON t.a = s.a', /at least one/);
});

test('reports a clause behind one that takes all', () => {
  expectSql(
    sqlMerge,
    'MERGE INTO t USING s ON true ⟦WHEN⟧ MATCHED THEN DELETE WHEN MATCHED THEN UPDATE SET *',
    /Only the last `WHEN MATCHED`/,
  );
});

test('reports another number of values than of columns', () => {
  expectSql(
    sqlMerge,
    'MERGE INTO t USING s ON true WHEN NOT MATCHED THEN ⟦INSERT (a, b) VALUES (1)⟧',
    /2 columns and 1 values/,
  );
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlMerge, [
    'MERGE INTO t USING s ON true WHEN MATCHED AND s.x THEN DELETE WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT (a, b) VALUES (1, 2)',
  ]);
});
