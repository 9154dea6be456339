import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../../core/contracts/plan.ts';
import { ownTable, undoTable } from './local-names.ts';
import type { PreparedTarget } from './prepare-target.ts';
import { runColumn } from './prepare-target.ts';
import { execute, name, queryNumber } from './query.ts';

/**
 * Carries `_changes` out, in the open transaction. Rows come before rows go, because `_changes` reads the target.
 * Answers the name of the table that keeps the rows that went; null when none went, or the old table itself stays.
 */
export async function applyChanges(
  connection: DuckDBConnection,
  plan: Plan,
  options: {
    readonly target: PreparedTarget;
    readonly commitNo: number;
    readonly isReplaced: boolean;
    readonly keepsUndo: boolean;
  },
): Promise<string | null> {
  const { target, commitNo, isReplaced } = options;
  const table = ownTable(target.next);
  const isMerged = target.hasRows && !isReplaced;
  let undo: string | null = null;
  let replaced = 0;
  if (isMerged) {
    await execute(
      connection,
      "CREATE OR REPLACE TEMP TABLE _replaced AS SELECT _rowid FROM _changes WHERE _op <> 'insert'",
    );
    replaced = await queryNumber(connection, 'SELECT count(*) FROM _replaced');
    if (replaced > 0 && options.keepsUndo) {
      undo = undoTable(plan.dataset, commitNo);
      await execute(
        connection,
        `CREATE TABLE ${ownTable(undo)} AS SELECT * FROM ${table} WHERE rowid IN (SELECT _rowid FROM _replaced)`,
      );
    }
  }
  const columns = plan.columns.map((column) => name(column.name)).join(', ');
  await execute(
    connection,
    `INSERT INTO ${table} (${columns}, ${runColumn}) SELECT ${columns}, ${commitNo} FROM _changes WHERE _op <> 'delete'`,
  );
  if (replaced > 0)
    await execute(connection, `DELETE FROM ${table} WHERE rowid IN (SELECT _rowid FROM _replaced)`);
  return undo;
}
