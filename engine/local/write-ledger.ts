import type { DuckDBConnection } from '@duckdb/node-api';
import type { RunCounts } from '../../core/contracts/event.ts';
import type { Plan } from '../../core/contracts/plan.ts';
import { ownTable } from './local-names.ts';
import { execute, literal, literals, query, queryNumber } from './query.ts';

/** A file that goes into the ledger with a commit. */
export interface DeliveredFile {
  readonly fileNo: number;
  readonly file: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly modifiedMs: number;
  /** `new`, `redelivered`, `empty_file` or `reprocessed`. */
  readonly state: string;
  readonly header: string;
  readonly records: number;
  readonly malformed: number;
  readonly digest: string | null;
  readonly archivedTo: string;
}

export interface StagedRun {
  readonly shape: string;
  /** Below the target folder, with `/`. */
  readonly folder: string;
  readonly parts: readonly string[];
}

export interface LedgerEntry {
  readonly runId: string;
  readonly commitNo: number;
  readonly ts: string;
  readonly now: Date;
  readonly load: string;
  readonly counts: RunCounts;
  readonly physical: string;
  readonly beforePhysical: string | null;
  readonly undo: string | null;
  readonly canUndo: boolean;
  readonly files: readonly DeliveredFile[];
  readonly staged: StagedRun;
}

/** Number of the commit that comes next in this file. */
export async function nextCommitNo(connection: DuckDBConnection): Promise<number> {
  return queryNumber(connection, `SELECT coalesce(max(commit_no), 0) + 1 FROM ${ownTable('runs')}`);
}

/** Writes down what a commit did, in its transaction. */
export async function writeLedger(
  connection: DuckDBConnection,
  plan: Plan,
  entry: LedgerEntry,
): Promise<void> {
  const { dataset } = plan;
  const run = { dataset, run_id: entry.runId };
  const at = entry.now.toISOString();
  await execute(
    connection,
    `INSERT INTO ${ownTable('runs')} VALUES ($dataset, $run_id, ${entry.commitNo}, ${literal(entry.ts)}, ${literal(at)}::TIMESTAMP,
      ${literal(plan.fingerprint)}, ${literal(entry.load)}, ${literal(JSON.stringify(entry.counts))}, ${literal(entry.physical)},
      ${orNull(entry.beforePhysical)}, ${orNull(entry.undo)}, ${entry.canUndo}, NULL)`,
    run,
  );
  for (const file of entry.files) {
    await execute(
      connection,
      `INSERT INTO ${ownTable('deliveries')} VALUES ($dataset, $run_id, ${file.fileNo}, ${literal(file.file)}, ${file.sizeBytes},
        ${literal(file.sha256)}, ${file.modifiedMs}, ${literal(file.state)}, ${literal(file.header)}, ${file.records}, ${file.malformed},
        ${orNull(file.digest)}, ${literal(file.archivedTo)})`,
      run,
    );
  }
  const { shape, folder, parts } = entry.staged;
  const columns = literals(plan.columns.map((column) => column.name));
  await execute(
    connection,
    `INSERT INTO ${ownTable('staging')} VALUES ($dataset, $run_id, ${literal(entry.ts)}, ${literal(shape)}, ${literal(folder)},
      ${parts.length === 0 ? '[]::VARCHAR[]' : literals(parts)}, ${columns}, ${literal(at)}::TIMESTAMP)`,
    run,
  );
  await execute(connection, `DELETE FROM ${ownTable('targets')} WHERE dataset = $dataset`, { dataset });
  await execute(
    connection,
    `INSERT INTO ${ownTable('targets')} VALUES ($dataset, ${literal(entry.physical)})`,
    { dataset },
  );
  await writeColumns(connection, plan, entry.physical);
}

/** Remembers the columns of a target's table as the plan describes them. */
export async function writeColumns(
  connection: DuckDBConnection,
  plan: Plan,
  physical: string,
): Promise<void> {
  await execute(connection, `DELETE FROM ${ownTable('columns')} WHERE physical = $physical`, { physical });
  const rows = plan.columns.map(
    (column) =>
      `($physical, ${literal(column.name)}, ${literal(column.type)}, ${orNull(column.mask ?? null)})`,
  );
  await execute(connection, `INSERT INTO ${ownTable('columns')} VALUES ${rows.join(', ')}`, { physical });
}

/** Rows of `retention`: what `rollback` can no longer undo is dropped. Answers nothing; all inside the transaction. */
export async function forgetOldUndo(
  connection: DuckDBConnection,
  dataset: string,
  kept: number,
): Promise<void> {
  const old = await query(
    connection,
    `SELECT run_id, undo, before_physical, physical FROM ${ownTable('runs')}
     WHERE dataset = $dataset AND can_undo AND rolled_back_at IS NULL ORDER BY commit_no DESC OFFSET ${kept}`,
    { dataset },
  );
  for (const run of old) {
    const { undo, before_physical: before, physical } = run as Readonly<Record<string, string | null>>;
    if (typeof undo === 'string') await execute(connection, `DROP TABLE IF EXISTS ${ownTable(undo)}`);
    if (typeof before === 'string' && before !== physical)
      await execute(connection, `DROP TABLE IF EXISTS ${ownTable(before)}`);
    await execute(
      connection,
      `UPDATE ${ownTable('runs')} SET can_undo = FALSE WHERE run_id = $run_id AND dataset = $dataset`,
      {
        dataset,
        run_id: run['run_id'] as string,
      },
    );
  }
}

function orNull(text: string | null): string {
  return text === null ? 'NULL' : literal(text);
}
