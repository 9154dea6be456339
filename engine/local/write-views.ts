import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ownTable, quarantineTable, userView } from './local-names.ts';
import { execute, name, query } from './query.ts';
import { findPhysical, readTargetColumns } from './read-ledger.ts';
import { readParquet } from './staged-parts.ts';
import { warehouseAlias } from './warehouse.ts';

/**
 * Writes the three views of a dataset that users read, in the open transaction: the target without its hidden column, the
 * staged records of every run that is kept, and the quarantine. Inside a view names carry no database, so that the
 * file can be attached under any name.
 */
export async function writeViews(
  connection: DuckDBConnection,
  dataset: string,
  targetFolder: string,
): Promise<void> {
  const physical = await findPhysical(connection, dataset);
  if (physical === null) return;
  const columns = (await readTargetColumns(connection, dataset)).map((column) => name(column.name));
  const own = (table: string) => ownTable(table).slice(warehouseAlias.length + 1);
  await execute(connection, `USE ${warehouseAlias}.main`);
  try {
    await writeView(connection, dataset, `SELECT ${columns.join(', ')} FROM ${own(physical)}`);
    await writeView(
      connection,
      `${dataset}_quarantine`,
      `SELECT run_id, ts, file_name, record, line, length, reasons, staged, resolved_run FROM ${own(quarantineTable(dataset))}`,
    );
    await writeView(
      connection,
      `${dataset}_stage`,
      await stagedQuery(connection, dataset, { targetFolder, columns }),
    );
  } finally {
    await execute(connection, 'USE memory.main');
  }
}

async function writeView(connection: DuckDBConnection, view: string, sql: string): Promise<void> {
  await execute(connection, `CREATE OR REPLACE VIEW ${userView(view)} AS ${sql}`);
}

/** One scan for each set of columns that was ever staged: files of one set need no look at each of them. */
async function stagedQuery(
  connection: DuckDBConnection,
  dataset: string,
  options: { readonly targetFolder: string; readonly columns: readonly string[] },
): Promise<string> {
  const groups = await query(
    connection,
    `SELECT columns, list({folder: folder, parts: parts} ORDER BY ts) AS runs FROM ${ownTable('staging')}
     WHERE dataset = $dataset AND len(parts) > 0 GROUP BY columns ORDER BY max(ts)`,
    { dataset },
  );
  const selects = groups.map((group) => {
    const runs = group['runs'] as readonly { folder: string; parts: readonly string[] }[];
    const files = runs.flatMap((run) =>
      run.parts.map((part) => join(options.targetFolder, run.folder, part)),
    );
    const staged = new Set((group['columns'] as readonly string[]).map((column) => name(column)));
    const items = options.columns.map((column) =>
      staged.has(column) ? column : `NULL::VARCHAR AS ${column}`,
    );
    return `SELECT ${[...items, 'file_name', 'ts'].join(', ')} FROM ${readParquet(files)}`;
  });
  if (selects.length > 0) return selects.join(' UNION ALL ');
  const none = [...options.columns, 'file_name', 'ts'].map((column) => `NULL::VARCHAR AS ${column}`);
  return `SELECT ${none.join(', ')} WHERE FALSE`;
}
