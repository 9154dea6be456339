import { test } from 'vitest';
import { sqlUnsupported } from '../../../../core/checks/sql/sql-unsupported.ts';
import { expectSql, expectSqlSilence } from './support/expect-sql.ts';

test('reports a command of Hive by its words', () => {
  expectSql(sqlUnsupported, '⟦SHOW ROLES⟧', "Spark refuses Hive's `SHOW ROLES`; take the statement away.");
  expectSql(sqlUnsupported, '⟦SET ROLE⟧ auditor', /`SET ROLE`/);
});

test('takes commands of Spark', () => {
  expectSqlSilence(sqlUnsupported, ['SHOW TABLES', 'SET a.b = 1', 'MSCK REPAIR TABLE t']);
});
