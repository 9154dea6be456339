import { stringify } from 'yaml';
import { checkProject } from '../../../core/checks/check-project.ts';
import { loadProject } from '../../../core/model/load-project.ts';
import { createRandom, type Random } from '../../../samples/random.ts';
import { type DatasetCase, type DatasetSize, datasetCase } from './dataset-case.ts';

/** A project of random datasets, sound by its own checks. */
export interface ProjectCase {
  readonly config: string;
  /** The schema file while delivery `number`, from 0, is ingested. */
  schema(number: number): string;
  /** Parents before children. */
  readonly datasets: readonly DatasetCase[];
}

const parentSize: DatasetSize = { columns: 2, rows: 40, deliveries: 2 };
const attempts = 40;

/** The same project for the same seed. */
export function projectCase(seed: number, datasets: number, size: DatasetSize): ProjectCase {
  const random = createRandom(seed);
  const parent = soundDataset('parent', random, null, { ...parentSize, deliveries: size.deliveries });
  const cases = [parent];
  for (let at = 1; at < datasets; at += 1) cases.push(soundDataset(`d${at}`, random, parent, size));
  return {
    // Two projects of one seed, a wide and a narrow one, may be played side by side.
    config: configOf(cases, `parity_${seed}_${size.columns}`),
    schema: (number) => schemaOf(cases, number),
    datasets: cases,
  };
}

/** Dice are thrown until a dataset has no errors: a check that finds a contradiction is not what is looked at here. */
function soundDataset(
  name: string,
  random: Random,
  parent: DatasetCase | null,
  size: DatasetSize,
): DatasetCase {
  const told = new Set<string>();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const options = { size, parent: parent?.key ?? null, isParent: parent === null };
    const dataset = datasetCase(name, random, options);
    const all = parent === null ? [dataset] : [parent, dataset];
    const project = { config: configOf(all, 'parity'), schema: schemaOf(all, size.deliveries) };
    const errors = checkProject(loadProject(project)).filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return dataset;
    for (const { code, message } of errors) told.add(`${code}: ${message}`);
  }
  throw new Error(`no sound dataset \`${name}\` in ${attempts} throws:\n${[...told].join('\n')}`);
}

function configOf(cases: readonly DatasetCase[], schema: string): string {
  return stringify({
    target_path: 'target/',
    archive_path: 'archive/',
    target_schema: schema,
    sources: Object.fromEntries(cases.map(({ name, source }) => [name, source])),
  });
}

function schemaOf(cases: readonly DatasetCase[], number: number): string {
  return stringify({ tables: Object.fromEntries(cases.map(({ name, table }) => [name, table(number)])) });
}
