import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { secretWord } from './project.ts';

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Digest of every delivered file, wherever it is: source or archive. Sorted; a lost or doubled file shows. */
export async function deliveredFiles(root: string): Promise<string[]> {
  const found = [...(await filesBelow(join(root, 'source'))), ...(await filesBelow(join(root, 'archive')))];
  const digests = await Promise.all(
    found.map(async (file) =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ),
  );
  return digests.sort();
}

/** Files outside source and archive whose bytes hold a masked value, in UTF-8 or UTF-16. */
export async function leakingFiles(root: string): Promise<string[]> {
  const wide = Buffer.from(secretWord, 'utf16le');
  const leaking: string[] = [];
  for (const file of await filesBelow(root)) {
    const place = relative(root, file);
    if (/^(source|archive)\//.test(place)) continue;
    const bytes = await readFile(file);
    if (bytes.includes(secretWord) || bytes.includes(wide)) leaking.push(place);
  }
  return leaking;
}

/** Opens the warehouse read-only, hands over a connection, closes both; null when there is no warehouse yet. */
async function inWarehouse<T>(
  root: string,
  use: (connection: DuckDBConnection) => Promise<T>,
): Promise<T | null> {
  const file = join(root, 'target', 'billing.duckdb');
  if (!(await filesBelow(join(root, 'target'))).includes(file)) return null;
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<string[][]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowsJson().map((row) => row.map(String));
}

export type TableState = Readonly<Record<string, readonly string[]>>;

/** Rows of every target and quarantine as sorted JSON lines, without what differs from run to run; null: no warehouse yet. */
export async function readTables(root: string): Promise<TableState | null> {
  return inWarehouse(root, async (connection) => {
    const state: Record<string, string[]> = {};
    const names = await rowsOf(
      connection,
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'main' AND table_name NOT LIKE '%_stage' ORDER BY 1`,
    );
    for (const [table = ''] of names) {
      const columns = table.endsWith('_quarantine')
        ? 'file_name, record, line, length, reasons, staged'
        : '*';
      const rows = await rowsOf(
        connection,
        `SELECT q::VARCHAR FROM (SELECT ${columns} FROM main."${table}") AS q`,
      );
      state[table] = rows.map(([row = '']) => row).sort();
    }
    return state;
  });
}

/** Staged files that were written to their end: of others a kill left no more than bytes, which `leakingFiles` searches. */
async function wholeParts(root: string): Promise<string[]> {
  const parts = (await filesBelow(root)).filter((path) => path.endsWith('.parquet'));
  const isWhole = await Promise.all(
    parts.map(async (part) => (await readFile(part)).subarray(-4).toString('latin1') === 'PAR1'),
  );
  return parts.filter((_, index) => isWhole[index]);
}

/** Tables, views and staged files with a masked value in any cell: compressed pages hide it from a search of the bytes. */
export async function leakingTables(root: string): Promise<string[]> {
  const parts = await wholeParts(root);
  const leaking = await inWarehouse(root, async (connection) => {
    const tables = await rowsOf(
      connection,
      `SELECT '"' || table_schema || '"."' || table_name || '"' FROM information_schema.tables WHERE table_catalog = current_database()`,
    );
    const sources = [...tables.map(([name = '']) => name), ...parts.map((part) => `read_parquet('${part}')`)];
    const found: string[] = [];
    for (const source of sources) {
      const [[count] = []] = await rowsOf(
        connection,
        `SELECT count(*) FROM (SELECT t::VARCHAR AS text FROM ${source} AS t) WHERE contains(text, '${secretWord}')`,
      );
      if (count !== '0') found.push(source);
    }
    return found;
  });
  return leaking ?? [];
}
