import type { ColumnFacts, ProjectFacts, SourceFacts } from '../../core/checks/facts.ts';
import type { Column, Dataset, Project, SourceSettings, Table } from '../../core/model/project.ts';
import { fitsType } from '../../core/semantics/fits-type.ts';
import { discover } from '../files/discover.ts';
import { openFile } from '../files/open-file.ts';
import { plainName } from '../read/parse-header.ts';
import { readHeader } from '../read/read-header.ts';
import { readRecords } from '../read/read-records.ts';
import { recordsOf } from '../read/records-of.ts';
import { betterType } from './better-type.ts';
import { trimBlanks } from './trim-blanks.ts';

/** Records of the first waiting file that are looked at. */
const sampleRecords = 1000;
const chunkBytes = { first: 64 * 1024, largest: 256 * 1024 };

/**
 * Looks at the first waiting file of each dataset whose source is on this machine: its header, and how well its first
 * records fit the declared types. Values are counted and forgotten. A dataset without a readable file is left out.
 */
export async function probeSources(
  root: string,
  project: Project,
  signal?: AbortSignal,
): Promise<ProjectFacts> {
  const sources: [string, SourceFacts][] = [];
  for (const dataset of project.datasets) {
    signal?.throwIfAborted();
    const facts = await probeDataset(root, dataset, signal);
    if (facts !== null) sources.push([dataset.name, facts]);
  }
  return { sources: Object.fromEntries(sources) };
}

async function probeDataset(
  root: string,
  dataset: Dataset,
  signal?: AbortSignal,
): Promise<SourceFacts | null> {
  const { source, table } = dataset;
  if (source === null || table === null) return null;
  const listing = { ...source, glob: source.format.glob, settleSeconds: 0, readyMarker: null };
  const found = await discover(root, listing, Date.now());
  const file = found.kind === 'delivery' ? found.files[0] : undefined;
  if (file === undefined) return null;
  const path = `${source.path}${file.path}`;
  const options = { fileName: file.path, sizeBytes: file.stamp.sizeBytes, ...(signal && { signal }) };
  const headers = source.format.hasHeader
    ? await headerOf(file.location, source, options)
    : table.columns.map((column) => column.name);
  if (headers === null) return null;
  return sampleFile(file.location, { path, source, table, headers, options });
}

async function headerOf(
  location: string,
  source: SourceSettings,
  options: { readonly fileName: string; readonly sizeBytes: number },
): Promise<readonly string[] | null> {
  const file = await openFile(location);
  if (file.kind === 'io-failure') return null;
  try {
    const header = await readHeader(file.pieces(), source.format, options);
    return header.kind === 'header' ? header.names : null;
  } finally {
    await file.close();
  }
}

interface Sampling {
  readonly path: string;
  readonly source: SourceSettings;
  readonly table: Table;
  readonly headers: readonly string[];
  readonly options: { readonly fileName: string; readonly sizeBytes: number; readonly signal?: AbortSignal };
}

async function sampleFile(location: string, sampling: Sampling): Promise<SourceFacts | null> {
  const { path, source, table, headers, options } = sampling;
  const file = await openFile(location);
  if (file.kind === 'io-failure') return null;
  const samples = headers.map((): string[] => []);
  let records = 0;
  try {
    const reader = readRecords(file.pieces(), source.format, {
      ...options,
      columns: headers.length,
      chunkBytes,
    });
    for await (const chunk of reader) {
      for (const { fields } of recordsOf(chunk, source.format.delimiter)) {
        if (records === sampleRecords) break;
        records++;
        for (const [index, field] of fields.entries()) samples[index]?.push(trimBlanks(field));
      }
      if (records === sampleRecords) break;
    }
  } finally {
    await file.close();
  }
  const columnOf = columnsByHeader(table);
  const columns: Record<string, ColumnFacts> = Object.create(null);
  for (const [index, header] of headers.entries()) {
    const column = columnOf.get(plainName(header));
    if (column !== undefined) columns[header] = factsOf(samples[index] ?? [], column, source);
  }
  return { file: path, headers, samples: records, columns };
}

function columnsByHeader(table: Table): ReadonlyMap<string, Column> {
  const found = new Map<string, Column>();
  for (const column of table.columns) {
    for (const name of [column.name, ...column.renameFrom]) found.set(plainName(name), column);
  }
  return found;
}

function factsOf(sample: readonly string[], column: Column, source: SourceSettings): ColumnFacts {
  const { nullValues } = source.format;
  const values = sample.filter((value) => value !== '' && !nullValues.includes(value));
  const fitting = values.filter((value) => fitsType(value, column.type, column.formats)).length;
  const better = fitting < values.length ? betterType(values, fitting) : undefined;
  return { values: values.length, fitting, blank: sample.length - values.length, ...(better && { better }) };
}
