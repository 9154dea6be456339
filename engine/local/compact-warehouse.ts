import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { execute, literal } from './query.ts';
import { readWarehouse, type WarehouseAccess } from './use-warehouse.ts';
import { syncPath, warehouseAlias } from './warehouse.ts';

/**
 * Writes the warehouse anew, so that nothing of what was deleted is left in its file: a copy aside, then a rename, all under the
 * commit lock. At any instant the old file or the new one is there.
 */
export async function compactWarehouse(connection: DuckDBConnection, access: WarehouseAccess): Promise<void> {
  const aside = join(dirname(access.file), `.${process.pid}-${Date.now()}.duckdb.new`);
  try {
    await readWarehouse(connection, access, async () => {
      await execute(connection, `ATTACH ${literal(aside)} AS compact`);
      await execute(connection, `COPY FROM DATABASE ${warehouseAlias} TO compact`);
      await execute(connection, 'DETACH compact');
      await syncPath(aside);
      await rename(aside, access.file);
      await syncPath(dirname(access.file));
    });
  } finally {
    await rm(aside, { force: true });
    await rm(`${aside}.wal`, { force: true });
  }
}
