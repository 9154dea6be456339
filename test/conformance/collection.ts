import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'yaml';
import { runPistevo } from './command.ts';
import { dataFolder, type Outcome } from './data.ts';
import {
  type Cell,
  cellSql,
  type DeclaredColumn,
  expectedCell,
  readIndependently,
} from './independent-reading.ts';

/** Files of one origin that are ingested together, as one project. */
export interface Collection {
  readonly name: string;
  readonly files: readonly string[];
}

export const collections: readonly Collection[] = [
  { name: 'synthea', files: ['organizations', 'patients', 'providers', 'claims', 'claims_transactions'] },
  { name: 'claims-mit', files: ['patients', 'providers', 'claims'] },
];

interface DeclaredTable {
  readonly columns: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly mask?: unknown;
}

type DeclaredTables = Readonly<Record<string, DeclaredTable>>;

/** Lays a project for the collection: both files are what `infer` says of the data, without its masks. */
export async function layProject(root: string, { name, files }: Collection): Promise<DeclaredTables> {
  const sources = files.map((file) => join(dataFolder, name, `${file}.csv`));
  const inferred = parse(await runPistevo(root, ['infer', ...sources])) as {
    sources: unknown;
    tables: DeclaredTables;
  };
  const tables = Object.fromEntries(
    Object.entries(inferred.tables).map(([table, { mask: _, ...rest }]) => [table, rest]),
  );
  mkdirSync(join(root, 'conf'));
  mkdirSync(join(root, 'schema'));
  writeFileSync(join(root, 'schema/tables_schema.yaml'), JSON.stringify({ tables }, null, 2));
  const config = { target_path: 'target/', target_schema: 'real', sources: inferred.sources };
  writeFileSync(join(root, 'conf/config.yaml'), JSON.stringify(config, null, 2));
  for (const source of sources) {
    const dataset = basename(source, '.csv');
    mkdirSync(join(root, 'source', dataset), { recursive: true });
    cpSync(source, join(root, 'source', dataset, basename(source)));
  }
  return tables;
}

function declaredColumns({ columns }: DeclaredTable, header: readonly string[]): DeclaredColumn[] {
  return Object.entries(columns).map(([name, column]) => ({
    name,
    type: String(column['type']),
    formats: Array.isArray(column['formats']) ? column['formats'].map(String) : [],
    isTrimmed:
      name === header[0] || 'valid_vals' in column || 'references' in column || column['unique'] === true,
  }));
}

async function targetRows(
  root: string,
  dataset: string,
  columns: readonly DeclaredColumn[],
): Promise<Map<string, Cell[]>> {
  const instance = await DuckDBInstance.create(join(root, 'target/real.duckdb'), {
    access_mode: 'READ_ONLY',
  });
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    `SELECT ${columns.map(cellSql).join(', ')} FROM real."${dataset}"`,
  );
  const rows = reader.getRows().map((row) => row.map((value) => (value === null ? null : String(value))));
  connection.closeSync();
  instance.closeSync();
  return new Map(rows.map((row) => [row[0] ?? '', row]));
}

async function compareDataset(
  root: string,
  collection: string,
  dataset: string,
  table: DeclaredTable,
): Promise<Outcome> {
  const { header, records } = readIndependently(join(dataFolder, collection, `${dataset}.csv`));
  const columns = declaredColumns(table, header);
  const faults: string[] = [];
  const target = await targetRows(root, dataset, columns);
  const missing = header.filter((name) => !columns.some((column) => column.name === name));
  if (missing.length > 0) faults.push(`infer left out ${missing.join(', ')}`);
  if (target.size !== records.length)
    faults.push(`${target.size} rows in the target, ${records.length} in the file`);
  let cells = 0;
  for (const [index, record] of records.entries()) {
    const row = target.get(record[0] ?? '');
    for (const [position, column] of columns.entries()) {
      cells += 1;
      const expected = expectedCell(record[header.indexOf(column.name)] ?? '', column);
      if (row?.[position] !== expected)
        faults.push(
          `record ${index + 1}, ${column.name}: ${JSON.stringify(row?.[position])} instead of ${JSON.stringify(expected)}`,
        );
    }
  }
  const typed = columns.filter(({ type }) => type !== 'string').length;
  const extent = `${records.length.toLocaleString('en')} rows, ${cells.toLocaleString('en')} cells; ${typed} of ${columns.length} columns typed`;
  return { name: `${collection}/${dataset}`, extent, faults };
}

/** Infers, ingests and compares a collection, in a folder of its own that is gone afterwards. */
export async function checkCollection(collection: Collection): Promise<Outcome[]> {
  const root = mkdtempSync(join(tmpdir(), 'pistevo-conformance-'));
  try {
    const tables = await layProject(root, collection);
    await runPistevo(root, ['run', '--all']);
    const outcomes: Outcome[] = [];
    for (const dataset of collection.files) {
      const table = tables[dataset];
      if (table === undefined)
        outcomes.push({
          name: `${collection.name}/${dataset}`,
          extent: '',
          faults: ['infer made no table of it'],
        });
      else outcomes.push(await compareDataset(root, collection.name, dataset, table));
    }
    return outcomes;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
