import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocalPaths, localPaths, type PlacedPlan } from './local-paths.ts';
import { heldLocks, type LockHolder } from './lock.ts';

export interface DoctorFacts {
  /** Version of DuckDB: `v1.5.6`. */
  readonly engineVersion: string;
  readonly warehouse: string;
  /** null: there is none yet. */
  readonly warehouseBytes: number | null;
  /** Log of commits that are not folded in yet; null when there is none. */
  readonly logBytes: number | null;
  readonly stagingBytes: number;
  readonly scratchBytes: number;
  readonly locks: readonly { readonly name: string; readonly holder: LockHolder | 'unreadable' }[];
}

/** What `pistevo doctor` tells of the local engine. Opens nothing for writing. */
export async function doctorFacts(root: string, plan: PlacedPlan): Promise<DoctorFacts> {
  const paths: LocalPaths = await localPaths(root, plan);
  const { version } = await import('./duckdb.ts');
  return {
    engineVersion: version(),
    warehouse: paths.warehouse,
    warehouseBytes: await sizeOf(paths.warehouse),
    logBytes: await sizeOf(`${paths.warehouse}.wal`),
    stagingBytes: await folderSize(join(paths.target, `${plan.schema}_stage`)),
    scratchBytes: await folderSize(paths.scratch),
    locks: await heldLocks(paths.locks),
  };
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  let sum = 0;
  for (const entry of entries)
    if (entry.isFile()) sum += (await sizeOf(join(entry.parentPath, entry.name))) ?? 0;
  return sum;
}
