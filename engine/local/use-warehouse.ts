import type { DuckDBConnection } from '@duckdb/node-api';
import { takeLock } from './lock.ts';
import { attachWarehouse, detachWarehouse, ensureWarehouse, warehouseExists } from './warehouse.ts';

/** Who wants the warehouse, and how patient it is. */
export interface WarehouseAccess {
  readonly file: string;
  readonly locks: string;
  readonly runId: string;
  readonly command: string;
  readonly waitMs: number;
  readonly signal: AbortSignal;
}

/** Default patience for the commit lock and the file: a merge of millions of rows takes that long. */
export const commitWaitMs = 120_000;

/** Attaches the warehouse read-only, briefly, under the commit lock; null when there is no warehouse yet. */
export async function readWarehouse<T>(
  connection: DuckDBConnection,
  access: WarehouseAccess,
  use: () => Promise<T>,
): Promise<T | null> {
  if (!(await warehouseExists(access.file))) return null;
  return underLock(access, () => attached(connection, 'read', access, use));
}

/** Attaches the warehouse for writing, under the commit lock; makes it when it is not there. `use` runs its own transaction. */
export async function writeWarehouse<T>(
  connection: DuckDBConnection,
  access: WarehouseAccess,
  use: () => Promise<T>,
): Promise<T> {
  return underLock(access, async () => {
    await ensureWarehouse(connection, access.file);
    return attached(connection, 'write', access, use);
  });
}

async function underLock<T>(access: WarehouseAccess, use: () => Promise<T>): Promise<T> {
  const lock = await takeLock({
    folder: access.locks,
    name: 'commit',
    runId: access.runId,
    command: access.command,
    waitMs: access.waitMs,
    signal: access.signal,
  });
  try {
    return await use();
  } finally {
    await lock.release();
  }
}

async function attached<T>(
  connection: DuckDBConnection,
  mode: 'read' | 'write',
  access: WarehouseAccess,
  use: () => Promise<T>,
): Promise<T> {
  await attachWarehouse(connection, mode, access);
  try {
    return await use();
  } finally {
    // Also closes the file: until then no other process can read it.
    await detachWarehouse(connection);
  }
}
