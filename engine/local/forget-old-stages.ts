import type { DuckDBConnection } from '@duckdb/node-api';
import { ownTable } from './local-names.ts';
import { execute, query } from './query.ts';

/** Forgets staged files older than `days`, in the open transaction; answers the runs whose files are kept. */
export async function forgetOldStages(
  connection: DuckDBConnection,
  dataset: string,
  options: { readonly days: number; readonly now: Date },
): Promise<readonly string[]> {
  const days = Math.max(0, Math.floor(options.days));
  await execute(
    connection,
    `DELETE FROM ${ownTable('staging')} WHERE dataset = $dataset AND staged_at < $now::TIMESTAMP - INTERVAL ${days} DAY`,
    { dataset, now: options.now.toISOString() },
  );
  const rows = await query(connection, `SELECT run_id FROM ${ownTable('staging')} WHERE dataset = $dataset`, {
    dataset,
  });
  return rows.map((row) => row['run_id'] as string);
}
