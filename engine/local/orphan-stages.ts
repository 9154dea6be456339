import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes staged folders of runs that the ledger does not know: they never committed, were rolled back, or are older than they
 * are kept. The caller holds the dataset's lock, so no other run is writing one.
 */
export async function removeUnknownStages(folder: string, known: readonly string[]): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const kept = new Set(known);
  for (const name of names)
    if (!kept.has(name)) await rm(join(folder, name), { recursive: true, force: true });
}
