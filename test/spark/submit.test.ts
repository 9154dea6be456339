import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listRuns } from '../../engine/runs/list-runs.ts';
import { prepareSpark } from '../../tools/spark/prepare.mjs';
import { call, emptyFolder, eventsOf, lay } from '../cli/command-line.ts';

const repository = join(import.meta.dirname, '../..');
const prepared = prepareSpark('3.5');
if (prepared.kind === 'missing') throw new Error(prepared.what);
const { python, env: sparkEnvironment } = prepared;
const submit = join(dirname(python), 'spark-submit');

let folder: string;
let env: Record<string, string>;

function config(): string {
  return `target_path: ${pathToFileURL(folder).href}/target/
target_schema: lake
sources:
  patients: { path: source/patients/, merge_key: id, cdc_key: at, expect: { max_bad: 0.5 } }
`;
}

const schema = `tables:
  patients:
    columns:
      id: { type: string, required: true }
      cost: { type: double, min: 0 }
      at: { type: date }
`;

beforeAll(async () => {
  folder = await emptyFolder();
  await lay(folder, {
    'conf/config.yaml': config(),
    'schema/tables_schema.yaml': schema,
    'source/patients/one.csv': 'id,cost,at\nA,1.5,2026-01-01\nB,-1,2026-01-01\nC,2,1/2/2026\n',
    'spark/spark-defaults.conf': [
      'spark.master local[2]',
      'spark.driver.memory 1g',
      'spark.ui.enabled false',
      'spark.sql.shuffle.partitions 2',
      'spark.driver.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC',
      `spark.hadoop.javax.jdo.option.ConnectionURL jdbc:derby:;databaseName=${folder}/metastore;create=true`,
      '',
    ].join('\n'),
  });
  env = {
    ...(Object.fromEntries(
      Object.entries(sparkEnvironment).filter(([, value]) => value !== undefined),
    ) as Record<string, string>),
    PISTEVO_SPARK_SUBMIT: submit,
    SPARK_CONF_DIR: join(folder, 'spark'),
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a published project is ingested by the scripts alone, as they have always been submitted', async () => {
  expect((await call(folder, ['publish'])).code).toBe(0);
  const place = join(folder, 'submit');
  mkdirSync(place);
  for (const name of ['ingest_dataset.py', 'process.py', 'utils.py'])
    copyFileSync(join(repository, 'scripts', name), join(place, name));
  copyFileSync(join(folder, 'conf/config.yaml'), join(place, 'config.yaml'));
  copyFileSync(join(folder, 'schema/tables_schema.yaml'), join(place, 'tables_schema.yaml'));
  const words =
    '--py-files process.py,utils.py --files config.yaml,tables_schema.yaml ingest_dataset.py --dataset_name patients';
  const { status, stdout, stderr } = spawnSync(submit, words.split(' '), {
    cwd: place,
    env,
    encoding: 'utf8',
  });
  expect(status, stderr.slice(-3000) + stdout).toBe(0);
  expect(stdout).toContain('succeeded');
  expect(existsSync(join(folder, 'archive/patients'))).toBe(true);
});

it('the command line has the same table brought on by Spark, and tells it as any run', async () => {
  writeFileSync(join(folder, 'source/patients/two.csv'), 'id,cost,at\nA,7,2026-02-01\nD,8,2026-02-01\n');
  const { code, out, err } = await call(folder, ['run', 'patients', '--engine', 'spark', '--json'], { env });
  const events = eventsOf(out);
  expect(code, err + out).toBe(0);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
  expect(events[0]).toMatchObject({ kind: 'run-started', engine: 'spark', dataset: 'patients' });
  expect(events.at(-1)).toMatchObject({
    kind: 'run-ended',
    status: 'succeeded',
    counts: { records: 2, inserted: 1, updated: 1, targetRows: 3 },
  });
  const [record] = listRuns(folder, 'patients');
  expect(record).toMatchObject({ engine: 'spark', status: 'succeeded', exitCode: 0 });
  expect((await call(folder, ['report', 'patients'])).out).toContain('engine spark');
  expect(existsSync(join(folder, 'artifacts/current.json'))).toBe(true);
});

it('the command line has Spark take the last commit back', async () => {
  const { code, out, err } = await call(folder, ['rollback', 'patients', '--engine', 'spark'], { env });
  expect(code, err).toBe(0);
  expect(out).toContain('2 rows');
});
