// `npm run bench:ingest -- --rows 100000,1000000,10000000 [--rounds 3] [--write]`: prints ratios, never verdicts.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureDelta } from './delta.ts';
import { describeResults, type Sample, type SizeResult } from './describe.ts';
import { polarsPython } from './peers.ts';
import { layProject, type Masking, prepareTemplate, runIngest } from './project.ts';
import { runMeasured } from './run-measured.ts';
import { patientCount, providerCount, writeClaims, writePeople } from './write-claims.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000,1000000' },
    rounds: { type: 'string', default: '3' },
    delta: { type: 'boolean', default: true },
    write: { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
  allowNegative: true,
});

const here = import.meta.dirname;
const folder = mkdtempSync(join(values.folder ?? tmpdir(), 'pistevo-bench-'));
const templates: Readonly<Record<Masking, string>> = {
  null: join(folder, 'template-null'),
  hash: join(folder, 'template-hash'),
};
const patients = join(folder, 'patients.csv');
const providers = join(folder, 'provider.csv');

async function floor(kind: 'count' | 'copy', claims: string): Promise<Sample> {
  const args = [
    join(here, 'floor.mjs'),
    kind,
    claims,
    ...(kind === 'copy' ? [join(folder, 'floor.parquet')] : []),
  ];
  const { lines, peakBytes } = await runMeasured(process.execPath, args, { cwd: here });
  const { seconds } = JSON.parse(lines.at(-1)?.text ?? '') as { seconds: number };
  return { seconds, peakBytes };
}

async function ours(masking: Masking, claims: string): Promise<Sample> {
  const project = join(folder, 'project');
  layProject(templates[masking], project, claims);
  const run = await runIngest(project, ['claim']);
  rmSync(project, { recursive: true });
  const { archiveSeconds, firstRowSeconds, peakBytes } = run;
  return { seconds: run.seconds - archiveSeconds, peakBytes, archiveSeconds, firstRowSeconds };
}

async function peer(command: string, script: string, claims: string): Promise<Sample> {
  const { seconds, peakBytes } = await runMeasured(
    command,
    [join(here, script), claims, folder, patients, providers],
    { cwd: here },
  );
  return { seconds, peakBytes };
}

async function measureSize(rows: number, rounds: number, python: string | null): Promise<SizeResult> {
  const claims = join(folder, `claims-${rows}.csv`);
  writeClaims({ path: claims, rows, firstClaim: 1, modified: '2026-11-01', seed: 7 });
  const contenders: Record<string, () => Promise<Sample>> = {
    'floor: count(*) over the CSV': () => floor('count', claims),
    'floor: CSV to Parquet': () => floor('copy', claims),
    'pistevo, values masked away': () => ours('null', claims),
    'pistevo, one hashed column': () => ours('hash', claims),
    'peer: the usual DuckDB script': () => peer(process.execPath, 'usual-script.mjs', claims),
  };
  if (python !== null) contenders['peer: polars'] = () => peer(python, 'polars_peer.py', claims);
  const samples: Record<string, Sample[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contenders)) {
      const sample = await run();
      samples[name] = [...(samples[name] ?? []), sample];
      console.log(`${rows} rows, round ${round + 1}: ${name} ${sample.seconds.toFixed(2)} s`);
    }
  }
  rmSync(claims);
  return { rows, samples };
}

try {
  writePeople(patients, 'patient_id', 'P', patientCount);
  writePeople(providers, 'provider_id', 'R', providerCount);
  await prepareTemplate(templates.null, 'null');
  await prepareTemplate(templates.hash, 'hash');
  const python = polarsPython();
  const sizes = values.rows.split(',').map(Number);
  const results: SizeResult[] = [];
  for (const rows of sizes) results.push(await measureSize(rows, Number(values.rounds), python));
  const delta = values.delta ? await measureDelta(folder, templates.null, Math.max(...sizes)) : null;
  const text = describeResults(results, delta, { cores: cpus().length, node: process.version });
  console.log(`\n${text}`);
  if (values.write) {
    const target = join(here, '../results');
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'ingest.md'), text);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
