import { stringify } from 'yaml';
import { checkProject } from '../../../core/checks/check-project.ts';
import { loadProject } from '../../../core/model/load-project.ts';
import { createRandom, type Random } from '../../../samples/random.ts';
import { type DatasetCase, type DatasetSize, datasetCase } from './dataset-case.ts';

/** A project of random datasets, sound by its own checks. */
export interface ProjectCase {
  readonly config: string;
  readonly schema: string;
  /** Parents before children. */
  readonly datasets: readonly DatasetCase[];
}

const parentSize: DatasetSize = { columns: 2, rows: 40, deliveries: 2 };
const attempts = 20;

/** The same project for the same seed. */
export function projectCase(seed: number, datasets: number, size: DatasetSize): ProjectCase {
  const random = createRandom(seed);
  const parent = soundDataset('parent', random, [], { ...parentSize, deliveries: size.deliveries });
  const cases = [parent];
  for (let at = 1; at < datasets; at += 1) cases.push(soundDataset(`d${at}`, random, [parent], size));
  return { ...textsOf(cases, `parity_${seed}`), datasets: cases };
}

/** Dice are thrown until a dataset has no errors: a check that finds a contradiction is not what is looked at here. */
function soundDataset(
  name: string,
  random: Random,
  parents: readonly DatasetCase[],
  size: DatasetSize,
): DatasetCase {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const made = datasetCase(name, random, { size, parent: parents[0]?.name ?? null });
    const dataset = parents.length > 0 ? made : asParent(made);
    const found = checkProject(loadProject(textsOf([...parents, dataset])));
    if (!found.some(({ severity }) => severity === 'error')) return dataset;
  }
  throw new Error(`no sound dataset \`${name}\` in ${attempts} throws`);
}

/** A parent is merged by its one key, and its key is what children name. */
function asParent(dataset: DatasetCase): DatasetCase {
  return {
    ...dataset,
    source: { ...dataset.source, load: 'upsert', merge_key: 'id', cdc_key: '', expect: { max_bad: 1 } },
  };
}

function textsOf(
  cases: readonly DatasetCase[],
  schema = 'parity',
): { readonly config: string; readonly schema: string } {
  const config = {
    target_path: 'target/',
    archive_path: 'archive/',
    target_schema: schema,
    sources: Object.fromEntries(cases.map(({ name, source }) => [name, source])),
  };
  const tables = { tables: Object.fromEntries(cases.map(({ name, table }) => [name, table])) };
  return { config: stringify(config), schema: stringify(tables) };
}

/** The deliveries of a random project, all datasets together, with paths inside the project. */
export function deliveriesOf({ datasets }: ProjectCase): readonly (readonly (readonly [string, Buffer])[])[] {
  const count = Math.max(...datasets.map(({ deliveries }) => deliveries.length));
  return Array.from({ length: count }, (_, at) =>
    datasets.flatMap(({ name, deliveries }) =>
      (deliveries[at] ?? []).map(([file, bytes]) => [`source/${name}/${file}`, bytes] as const),
    ),
  );
}
