import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../../core/contracts/plan.ts';
import { ownTable, quarantineTable } from './local-names.ts';
import { execute, literals } from './query.ts';
import type { DeliveredFile } from './write-ledger.ts';

/**
 * Marks quarantined records of earlier runs that this run decides anew, in the open transaction: orphans that came through, and every
 * record of a file that is read again (it is in the table now, or in quarantine under this run).
 */
export async function resolveQuarantine(
  connection: DuckDBConnection,
  plan: Plan,
  run: { readonly runId: string; readonly files: readonly DeliveredFile[] },
): Promise<void> {
  const table = ownTable(quarantineTable(plan.dataset));
  const values = { run_id: run.runId };
  await execute(
    connection,
    `UPDATE ${table} SET resolved_run = $run_id WHERE resolved_run IS NULL AND (run_id, file_name, record) IN (
       SELECT (o.run_id, o.file_name, o.record) FROM _orphans o
       JOIN _candidates c ON c._file_no = o.n AND c._record = o.record)`,
    values,
  );
  const again = run.files.filter((file) => file.state === 'reprocessed').map((file) => file.file);
  if (again.length === 0) return;
  await execute(
    connection,
    `UPDATE ${table} SET resolved_run = $run_id WHERE resolved_run IS NULL AND list_contains(${literals(again)}, file_name)`,
    values,
  );
}
