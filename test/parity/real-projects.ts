import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collection, collections, layProject } from '../conformance/collection.ts';
import { dataFolder } from '../conformance/data.ts';
import { readIndependently } from '../conformance/independent-reading.ts';
import { arrivingFiles } from './arriving-files.ts';
import type { PlayedProject } from './play-project.ts';

/** Public data as projects: read in place, and only while `isDataPresent`. */
export const realProjects = {
  synthea: () => inferred('synthea'),
  'claims-mit': () => inferred('claims-mit'),
  'csv-spectrum': async () => spectrum(),
} as const satisfies Record<string, () => Promise<PlayedProject>>;

/** A collection with what `infer` says of it. */
async function inferred(name: string): Promise<PlayedProject> {
  const collection = collections.find((each) => each.name === name) as Collection;
  const root = mkdtempSync(join(tmpdir(), 'pistevo-real-'));
  try {
    await layProject(root, collection);
    const schema = readFileSync(join(root, 'schema/tables_schema.yaml'), 'utf8');
    const config = JSON.parse(readFileSync(join(root, 'conf/config.yaml'), 'utf8')) as object;
    return {
      // Collections share names of datasets, and may be played side by side.
      config: JSON.stringify({ ...config, target_schema: name.replaceAll('-', '_') }),
      schema: () => schema,
      datasets: collection.files,
      deliveries: [arrivingFiles(join(root, 'source'), 'source')],
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Quote characters stand inside of its fields, which are not quoted. */
function isUnquoted(file: string): boolean {
  return file.startsWith('location_coordinates');
}

/** Its headers are no names of columns, so that they are read as a record like the others. */
function spectrum(): PlayedProject {
  const folder = join(dataFolder, 'csv-spectrum/csvs');
  const files = readdirSync(folder).sort();
  const names = files.map((_, at) => `spectrum_${at + 1}`);
  const source = (file: string, at: number) => ({
    path: `source/${names[at]}/`,
    merge_key: [],
    cdc_key: '',
    load: 'append',
    format: { header: false, ...(isUnquoted(file) && { quote: '' }) },
  });
  const table = (file: string) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const header = isUnquoted(file)
      ? (text.split('\n')[0] ?? '').split(',')
      : readIndependently(join(folder, file)).header;
    return { columns: Object.fromEntries(header.map((_, at) => [`c${at + 1}`, { type: 'string' }])) };
  };
  const of = <T>(make: (file: string, at: number) => T) =>
    Object.fromEntries(files.map((file, at) => [names[at] ?? '', make(file, at)]));
  return {
    config: JSON.stringify({ target_path: 'target/', target_schema: 'spectrum', sources: of(source) }),
    schema: () => JSON.stringify({ tables: of(table) }),
    datasets: names,
    deliveries: [
      files.map((file, at) => ({
        path: `source/${names[at]}/${file}`,
        bytes: readFileSync(join(folder, file)),
      })),
    ],
  };
}
