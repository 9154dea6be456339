// The long campaigns, by hand or before a release: `npm run campaign -- kill --runs 500 --seed 7`, or
// `npm run campaign -- parity --datasets 40 --sequences 150 --spark 3.5`, `npm run campaign -- cuts --runs 300`,
// `npm run campaign -- kill-spark --runs 30`, `npm run campaign -- readers`, or `npm run campaign -- sql --runs 100000`.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { prepareSpark, sparkVersions } from '../../tools/spark/prepare.mjs';
import { holesOf, tellCoverage } from '../parity/coverage.ts';
import { openSparkWorker } from '../parity/spark-worker.ts';
import { cutCampaign } from './cuts.ts';
import { killCampaign } from './kill.ts';
import { sparkKillCampaign } from './kill-spark.ts';
import { parityCampaign } from './parity.ts';
import { sqlCampaign } from './sql.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '500' },
    seed: { type: 'string', default: '7' },
    datasets: { type: 'string', default: '40' },
    sequences: { type: 'string', default: '150' },
    spark: { type: 'string', default: '3.5' },
    scenarios: { type: 'string' },
    only: { type: 'string' },
    compiled: { type: 'boolean', default: false },
    lanes: { type: 'string', default: '4' },
  },
});
const say = (line: string) => console.log(line);
const seed = Number(values.seed);
const some = values.scenarios === undefined ? {} : { scenarios: Number(values.scenarios) };

async function kill(): Promise<number> {
  const result = await killCampaign({
    runs: Number(values.runs),
    seed,
    size: { patients: 300, claims: 1500 },
    say,
  });
  say(`${result.kills} kills, ${result.missed} runs ended before their kill, ${result.faults.length} faults`);
  return result.faults.length;
}

async function parity(): Promise<number> {
  const version = sparkVersions.find((each) => each === values.spark);
  if (version === undefined) throw new Error(`--spark is one of ${sparkVersions.join(', ')}`);
  const { datasets, sequences, only, compiled, lanes } = values;
  const result = await parityCampaign({
    version,
    seed,
    datasets: Number(datasets),
    sequences: Number(sequences),
    ...(only !== undefined && { only: only.split(',') }),
    isCompiled: compiled,
    lanes: Number(lanes),
    say,
  });
  tellCoverage(result.covered).forEach(say);
  const holes = holesOf(result.covered);
  if (holes.length > 0) say(`never seen: ${holes.join('; ')}`);
  const { cases, runs, rows, faults } = result;
  say(
    `Spark ${version}, seed ${seed}: ${result.fixed} golden, example and real projects; ${cases} cases in ${result.datasets} datasets and ${result.sequences} sequences; ${runs} runs, ${rows} rows, ${faults.length} faults`,
  );
  // A smaller campaign cannot have it all.
  const isFull = only === undefined && result.datasets >= 40 && result.sequences >= 150;
  return faults.length + (isFull ? holes.length : 0);
}

async function cuts(): Promise<number> {
  // A session that lives for hundreds of runs keeps what it planned: with 1 GiB it does little but collect after the first hundred.
  const worker = await openSparkWorker('3.5', '3g', 'uncompiled');
  try {
    const { hits, histogram, faults } = await cutCampaign(worker, {
      cuts: Number(values.runs),
      seed,
      say,
      ...some,
    });
    sayCounts(histogram);
    say(`${hits} runs on Spark were cut off, ${faults.length} faults`);
    return faults.length;
  } finally {
    await worker.close();
  }
}

/** A sixth more drivers lose only their JVM, or only Python. */
const partialShare = 6;

async function killSpark(): Promise<number> {
  const runs = Number(values.runs);
  const result = await sparkKillCampaign({
    runs,
    partial: Math.ceil(runs / partialShare),
    seed,
    say,
    ...some,
  });
  sayCounts(result.histogram);
  say(
    `${result.kills} drivers were killed, ${result.partialKills} more in part, ${result.missed} ended before their kill; ${result.read} answers to readers; ${result.faults.length} faults`,
  );
  return result.faults.length;
}

/** Two drivers that write and one that reads, for a hundred commits and more, on a metastore that runs by itself. */
function readers(): Promise<number> {
  const prepared = prepareSpark('3.5');
  if (prepared.kind === 'missing') throw new Error(prepared.what);
  const { status } = spawnSync(prepared.python, ['-m', 'pytest', '-s', 'test/spark/store/test_drivers.py'], {
    env: { ...prepared.env, PISTEVO_STORE: 'all' },
    stdio: 'inherit',
  });
  return Promise.resolve(status === 0 ? 0 : 1);
}

function sayCounts(counts: ReadonlyMap<string, number>): void {
  for (const [name, count] of [...counts].toSorted(([left], [right]) => (left < right ? -1 : 1)))
    say(`${String(count).padStart(5)}  ${name}`);
}

function sql(): Promise<number> {
  const { runs, broken, faults } = sqlCampaign({ runs: Number(values.runs), seed, say });
  say(`${runs} texts, ${broken} with problems, ${faults.length} faults`);
  return Promise.resolve(faults.length);
}

const campaigns: Readonly<Record<string, () => Promise<number>>> = {
  kill,
  'kill-spark': killSpark,
  readers,
  parity,
  cuts,
  sql,
};
const campaign = campaigns[positionals[0] ?? ''];
if (campaign === undefined) {
  console.error(
    'usage: npm run campaign -- kill [--runs 500] [--seed 7]\n       npm run campaign -- parity [--datasets 40] [--sequences 150] [--spark 3.5] [--seed 7] [--lanes 4] [--only wide-7] [--compiled]\n       npm run campaign -- cuts [--runs 300] [--seed 7]\n       npm run campaign -- kill-spark [--runs 30] [--seed 7]\n       npm run campaign -- sql [--runs 500] [--seed 7]\n       npm run campaign -- readers',
  );
  process.exitCode = 2;
} else {
  process.exitCode = (await campaign()) === 0 ? 0 : 1;
}
