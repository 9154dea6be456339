import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { execute, literal, query } from './query.ts';
import { RunStop, stopIfAborted } from './run-stop.ts';

/** Alias of the attached warehouse file in a scratch database. */
export const warehouseAlias = 'w';

/** Version of the tables in schema `pistevo`; a file of another version is refused. */
const layoutVersion = 1;

/**
 * Pistevo's own tables. `dataset` and `run_id` name everything; times are UTC.
 *
 * - `runs`: the committed runs. `commit_no` rises by one a commit of the file and marks a target's rows (`_run`).
 *   `physical` is the table that held the target after the run, `before_physical` the one before it (`replace` makes a new
 *   one), `undo` the table of rows that an upsert replaced or deleted.
 * - `deliveries`: the ledger; one row a file of a committed run. `digest` is null until a twin has to be told.
 * - `staging`: staged files of a run, in `folder` below the target folder.
 * - `columns`: columns of each table that holds or held a target, with types and masks as the schema file spelled them.
 */
const layout = [
  'CREATE SCHEMA pistevo',
  'CREATE TABLE pistevo.layout (version INTEGER)',
  `INSERT INTO pistevo.layout VALUES (${layoutVersion})`,
  `CREATE TABLE pistevo.runs (dataset VARCHAR, run_id VARCHAR, commit_no INTEGER, ts VARCHAR, committed_at TIMESTAMP,
    plan_fingerprint VARCHAR, load VARCHAR, counts VARCHAR, physical VARCHAR, before_physical VARCHAR, undo VARCHAR,
    can_undo BOOLEAN, rolled_back_at TIMESTAMP)`,
  `CREATE TABLE pistevo.deliveries (dataset VARCHAR, run_id VARCHAR, file_no INTEGER, file VARCHAR, size_bytes BIGINT,
    sha256 VARCHAR, modified_ms BIGINT, state VARCHAR, header VARCHAR, records BIGINT, malformed BIGINT, digest VARCHAR, archived_to VARCHAR)`,
  `CREATE TABLE pistevo.staging (dataset VARCHAR, run_id VARCHAR, ts VARCHAR, shape VARCHAR, folder VARCHAR,
    parts VARCHAR[],
    columns VARCHAR[], staged_at TIMESTAMP)`,
  'CREATE TABLE pistevo.targets (dataset VARCHAR, physical VARCHAR)',
  'CREATE TABLE pistevo.columns (physical VARCHAR, name VARCHAR, type VARCHAR, mask VARCHAR)',
];

export interface OpenWarehouse {
  readonly file: string;
  /** How long to wait for another program that has the file open. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
}

export async function warehouseExists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

/** Attaches the file as `w`, for reading or for writing. The caller holds the commit lock: DuckDB cannot tell two openings in one process apart. */
export async function attachWarehouse(
  connection: DuckDBConnection,
  mode: 'read' | 'write',
  options: OpenWarehouse,
): Promise<void> {
  const { file, waitMs, signal } = options;
  const flags = mode === 'read' ? ' (READ_ONLY)' : '';
  const deadline = Date.now() + waitMs;
  while (true) {
    stopIfAborted(signal);
    try {
      await execute(connection, `ATTACH ${literal(file)} AS ${warehouseAlias}${flags}`);
      break;
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error);
      if (!/Could not set lock|lock on file/i.test(told)) throw error;
      if (Date.now() >= deadline) throw heldByOther(file, told);
      await sleep(100);
    }
  }
  const [row] = await query(connection, `SELECT version FROM ${warehouseAlias}.pistevo.layout`).catch(
    (error: unknown) => {
      if (/does not exist/i.test(String(error))) return [];
      throw error;
    },
  );
  if (row?.['version'] === layoutVersion) return;
  await detachWarehouse(connection);
  throw new RunStop(
    'failed',
    'foreign_warehouse',
    `\`${file}\` is not a warehouse that this version of pistevo wrote; choose another \`target_path\`, or move the file away.`,
  );
}

export async function detachWarehouse(connection: DuckDBConnection): Promise<void> {
  await execute(connection, `DETACH ${warehouseAlias}`);
}

/** Makes the file when it is not there: written aside and renamed, so that a torn one is never seen. */
export async function ensureWarehouse(connection: DuckDBConnection, file: string): Promise<void> {
  if (await warehouseExists(file)) return;
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  const aside = join(folder, `.${process.pid}-${Date.now()}.duckdb.new`);
  try {
    await execute(connection, `ATTACH ${literal(aside)} AS fresh`);
    for (const statement of layout) {
      await execute(
        connection,
        statement
          .replace('SCHEMA pistevo', 'SCHEMA fresh.pistevo')
          .replace(/(TABLE|INTO) pistevo/, '$1 fresh.pistevo'),
      );
    }
    await execute(connection, 'DETACH fresh');
    await syncPath(aside);
    await rename(aside, file);
    await syncPath(folder);
  } finally {
    await rm(aside, { force: true });
    await rm(`${aside}.wal`, { force: true });
  }
}

/** Makes a file or folder durable. Windows cannot open folders; there the rename itself has to do. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (process.platform === 'win32' && (error.code === 'EISDIR' || error.code === 'EPERM')) return null;
    throw error;
  });
  if (handle === null) return;
  try {
    await handle.sync();
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  } finally {
    await handle.close();
  }
}

function heldByOther(file: string, told: string): RunStop {
  const holder = /held in ([^\n]*?\(PID \d+\))/.exec(told)?.[1];
  return new RunStop(
    'failed',
    'warehouse_busy',
    `\`${file}\` is open in ${holder ?? 'another program'}; close it there and run again.`,
  );
}
