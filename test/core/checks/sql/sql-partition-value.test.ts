import { test } from 'vitest';
import { sqlPartitionValue } from '../../../../core/checks/sql/sql-partition-value.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a column without a value', () => {
  expectSql(
    sqlPartitionValue,
    'ALTER TABLE t DROP PARTITION (⟦a⟧)',
    'Partition column `a` needs a value here; write `a = …`.',
  );
  expectSql(sqlPartitionValue, 'TRUNCATE TABLE t PARTITION (a = 1, ⟦b⟧)', /`b` needs a value/);
  expectSql(sqlPartitionValue, 'DESC t PARTITION (⟦a⟧)', /needs a value/);
});

test('takes what Spark takes', () => {
  expectSqlSilence(sqlPartitionValue, [
    'INSERT INTO t PARTITION (a) SELECT 1',
    'ANALYZE TABLE t PARTITION (a) COMPUTE STATISTICS',
    'ALTER TABLE t ADD PARTITION (a = 1)',
  ]);
});
