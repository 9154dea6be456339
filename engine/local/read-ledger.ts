import type { DuckDBConnection } from '@duckdb/node-api';
import type { MaskStrategy } from '../../core/contracts/plan.ts';
import { ownTable } from './local-names.ts';
import { query, queryNumber } from './query.ts';

/** A file of a committed run. */
export interface LedgerFile {
  readonly runId: string;
  readonly file: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Time of the last change, milliseconds of the epoch, when it was read. */
  readonly modifiedMs: number;
  readonly state: string;
  /** Header names folded and in order, as JSON. */
  readonly header: string;
  readonly records: number;
  readonly malformed: number;
  /** Order-free digest of the records; null while nothing made it necessary. */
  readonly digest: string | null;
  /** Where the original is or will be: absolute folder of the run's archive. */
  readonly archivedTo: string;
}

export interface TargetColumn {
  readonly name: string;
  readonly type: string;
  readonly mask: MaskStrategy | null;
}

/** What the warehouse knows of a dataset at the start of a run. */
export interface Ledger {
  /** `ts` of the last committed run, also of one that was rolled back. */
  readonly lastTs: string | null;
  readonly latestRun: string | null;
  readonly lastCommit: Date | null;
  readonly files: readonly LedgerFile[];
  readonly physical: string | null;
  readonly columns: readonly TargetColumn[];
  readonly targetRows: number;
  /** Runs whose staged files are registered. */
  readonly stagedRuns: readonly string[];
}

export const emptyLedger: Ledger = {
  lastTs: null,
  latestRun: null,
  lastCommit: null,
  files: [],
  physical: null,
  columns: [],
  targetRows: 0,
  stagedRuns: [],
};

/** Reads it from the attached warehouse. */
export async function readLedger(connection: DuckDBConnection, dataset: string): Promise<Ledger> {
  const values = { dataset };
  const runs = await query(
    connection,
    `SELECT run_id, ts, epoch_ms(committed_at) AS committed, rolled_back_at IS NOT NULL AS is_undone
     FROM ${ownTable('runs')} WHERE dataset = $dataset ORDER BY commit_no`,
    values,
  );
  const latest = runs.filter((run) => run['is_undone'] === false).at(-1);
  const files = await query(
    connection,
    `SELECT run_id, file, size_bytes, sha256, modified_ms, state, header, records, malformed, digest, archived_to
     FROM ${ownTable('deliveries')} WHERE dataset = $dataset AND state <> 'rolled_back' ORDER BY run_id, file_no`,
    values,
  );
  const staged = await query(
    connection,
    `SELECT run_id FROM ${ownTable('staging')} WHERE dataset = $dataset`,
    values,
  );
  const physical = await findPhysical(connection, dataset);
  return {
    lastTs: (runs.at(-1)?.['ts'] as string | undefined) ?? null,
    latestRun: (latest?.['run_id'] as string | undefined) ?? null,
    lastCommit: latest === undefined ? null : new Date(Number(latest['committed'])),
    files: files.map((row) => ({
      runId: row['run_id'] as string,
      file: row['file'] as string,
      sizeBytes: row['size_bytes'] as number,
      sha256: row['sha256'] as string,
      modifiedMs: Number(row['modified_ms']),
      state: row['state'] as string,
      header: row['header'] as string,
      records: row['records'] as number,
      malformed: row['malformed'] as number,
      digest: row['digest'] as string | null,
      archivedTo: row['archived_to'] as string,
    })),
    physical,
    columns: await readTargetColumns(connection, dataset),
    targetRows:
      physical === null ? 0 : await queryNumber(connection, `SELECT count(*) FROM ${ownTable(physical)}`),
    stagedRuns: staged.map((row) => row['run_id'] as string),
  };
}

/** The table that holds a dataset's target now; null before the first commit. */
export async function findPhysical(connection: DuckDBConnection, dataset: string): Promise<string | null> {
  const [row] = await query(
    connection,
    `SELECT physical FROM ${ownTable('targets')} WHERE dataset = $dataset`,
    { dataset },
  );
  return (row?.['physical'] as string | undefined) ?? null;
}

/** Columns of the table that holds a dataset's target, in order; none before the first commit. */
export async function readTargetColumns(
  connection: DuckDBConnection,
  dataset: string,
): Promise<readonly TargetColumn[]> {
  const rows = await query(
    connection,
    `SELECT name, type, mask FROM ${ownTable('columns')}
     WHERE physical = (SELECT physical FROM ${ownTable('targets')} WHERE dataset = $dataset) ORDER BY rowid`,
    { dataset },
  );
  return rows.map((row) => ({
    name: row['name'] as string,
    type: row['type'] as string,
    mask: row['mask'] as MaskStrategy | null,
  }));
}
