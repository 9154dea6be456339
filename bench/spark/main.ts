// `npm run bench:spark -- --rows 1000000,10000000 --files 1,16 [--rounds 3,1] [--write]`: prints ratios, never verdicts. Rounds go with
// rows; the page is written after every size. The slow script runs in the first number of files alone, and once from ten million rows on.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadProject } from '../../core/model/load-project.ts';
import { buildPlan } from '../../core/plan/build-plan.ts';
import { environmentOfRun } from '../../engine/spark/environment-of-run.ts';
import { prepareSpark } from '../../tools/spark/prepare.mjs';
import { benchConfig, benchSchema, commandLine } from '../ingest/project.ts';
import { runMeasured } from '../ingest/run-measured.ts';
import { patientCount, providerCount, writeClaims, writePeople } from '../ingest/write-claims.ts';
import { describeSpark, floorName, type Sample, type SizeResult, scriptName } from './describe.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    files: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    memory: { type: 'string', default: '2g' },
    master: { type: 'string', default: 'local[2]' },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
});

const here = import.meta.dirname;
const folder = mkdtempSync(join(values.folder ?? tmpdir(), 'pistevo-bench-spark-'));
const prepared = prepareSpark('3.5');
if (prepared.kind === 'missing') throw new Error(prepared.what);
const { python, env } = prepared;
const datasets = ['patients', 'provider', 'claim'] as const;

/** A project with people and claims in its sources. */
function layProject(project: string, claims: string): void {
  mkdirSync(join(project, 'conf'), { recursive: true });
  mkdirSync(join(project, 'schema'), { recursive: true });
  writeFileSync(join(project, 'conf/config.yaml'), benchConfig);
  writeFileSync(join(project, 'schema/tables_schema.yaml'), benchSchema('null'));
  for (const dataset of datasets) mkdirSync(join(project, 'source', dataset), { recursive: true });
  writePeople(join(project, 'source/patients/patients.csv'), 'patient_id', 'P', patientCount);
  writePeople(join(project, 'source/provider/provider.csv'), 'provider_id', 'R', providerCount);
  cpSync(claims, join(project, 'source/claim'), { recursive: true });
}

async function onSpark(kind: 'floor' | 'naive' | 'runtime', claims: string): Promise<Sample> {
  const space = join(folder, 'space');
  const project = join(space, 'project');
  layProject(project, claims);
  const loaded = loadProject({ config: benchConfig, schema: benchSchema('null') });
  const plans = Object.fromEntries(
    datasets.map((dataset) => {
      const file = join(space, `${dataset}.json`);
      writeFileSync(file, JSON.stringify(buildPlan(loaded, dataset)));
      return [dataset, file];
    }),
  );
  const job = {
    folder: space,
    project,
    plans,
    claims: join(project, 'source/claim'),
    patients: join(project, 'source/patients/patients.csv'),
    provider: join(project, 'source/provider/provider.csv'),
    memory: values.memory,
    master: values.master,
  };
  writeFileSync(join(space, 'job.json'), JSON.stringify(job));
  // As `pistevo run` would start it; the others get Java as it is.
  const own =
    kind === 'runtime'
      ? await environmentOfRun({ root: project, plan: buildPlan(loaded, 'claim'), environment: env })
      : env;
  const environment = Object.fromEntries(
    Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const { lines, peakBytes } = await runMeasured(
    python,
    [join(here, 'contender.py'), kind, join(space, 'job.json')],
    { cwd: space, env: environment },
  );
  rmSync(space, { recursive: true });
  const told = lines.find(({ text }) => text.startsWith('RESULT '))?.text.slice('RESULT '.length);
  for (const { text } of lines) if (!text.startsWith('RESULT ')) console.log(`    ${text}`);
  const result = JSON.parse(told ?? '') as Omit<Sample, 'peakBytes'> & { readonly rows: number };
  console.log(`    ${result.rows} rows`);
  return { ...result, peakBytes };
}

async function onThisMachine(claims: string): Promise<Sample> {
  const project = join(folder, 'local');
  layProject(project, claims);
  const local = (names: readonly string[]) =>
    runMeasured(process.execPath, [commandLine, 'run', ...names, '--json'], { cwd: project });
  await local(['patients', 'provider']);
  const { seconds, peakBytes, cpuSeconds, lines } = await local(['claim']);
  rmSync(project, { recursive: true });
  const archive = lines
    .map(({ text }) => JSON.parse(text) as { kind: string; stage?: string; elapsedMs?: number })
    .find(({ kind, stage }) => kind === 'stage-ended' && stage === 'archive');
  return {
    seconds: seconds - (archive?.elapsedMs ?? 0) / 1000,
    cpuSeconds,
    startSeconds: null,
    peakBytes,
  };
}

async function measureSize(
  rows: number,
  files: number,
  { rounds, isFirst }: { readonly rounds: number; readonly isFirst: boolean },
): Promise<SizeResult> {
  const claims = join(folder, `claims-${rows}-${files}`);
  mkdirSync(claims);
  for (let at = 0; at < files; at += 1) {
    const share = Math.floor(rows / files);
    const file = { rows: share, firstClaim: 1 + at * share, modified: '2026-11-01', seed: 7 + at };
    writeClaims({ path: join(claims, `claims-${String(at).padStart(2, '0')}.csv`), ...file });
  }
  const contenders: Record<string, () => Promise<Sample>> = {
    [floorName]: () => onSpark('floor', claims),
    'pistevo on Spark': () => onSpark('runtime', claims),
    [scriptName]: () => onSpark('naive', claims),
    'pistevo on this machine': () => onThisMachine(claims),
  };
  const samples: Record<string, Sample[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contenders)) {
      if (values.only !== undefined && !name.includes(values.only)) continue;
      if (name === scriptName && (!isFirst || (round > 0 && rows >= 10_000_000))) continue;
      const sample = await run();
      samples[name] = [...(samples[name] ?? []), sample];
      const cpu = sample.cpuSeconds === null ? '' : `, ${sample.cpuSeconds.toFixed(1)} s of CPU`;
      console.log(`${rows} rows, round ${round + 1}: ${name} ${sample.seconds.toFixed(2)} s${cpu}`);
    }
  }
  rmSync(claims, { recursive: true });
  return { rows, files, samples };
}

function tell(results: readonly SizeResult[]): void {
  const text = describeSpark(results, { cores: cpus().length, spark: '3.5', memory: values.memory });
  console.log(`\n${text}`);
  if (!values.write) return;
  mkdirSync(join(here, '../results'), { recursive: true });
  writeFileSync(join(here, '../results/spark.md'), text);
}

try {
  const results: SizeResult[] = [];
  const listed = values.files.split(',').map(Number);
  const rounds = values.rounds.split(',').map(Number);
  for (const [at, rows] of values.rows.split(',').map(Number).entries()) {
    for (const [place, files] of listed.entries()) {
      const often = { rounds: rounds[at] ?? rounds[0] ?? 1, isFirst: place === 0 };
      results.push(await measureSize(rows, files, often));
      tell(results);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
