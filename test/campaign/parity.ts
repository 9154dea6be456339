import type { SparkVersion } from '../../tools/spark/prepare.mjs';
import { deliveriesOf, projectCase } from '../parity/cases/project-case.ts';
import { playProject } from '../parity/play-project.ts';
import { openSparkWorker } from '../parity/spark-worker.ts';

export interface ParityOptions {
  readonly version: SparkVersion;
  readonly seed: number;
  /** Wide datasets, many columns each. */
  readonly datasets: number;
  /** Narrow datasets with longer sequences of deliveries. */
  readonly sequences: number;
  readonly say: (line: string) => void;
}

export interface ParityResult {
  /** Columns with rules and texts of their own, and files. */
  readonly cases: number;
  readonly runs: number;
  readonly rows: number;
  readonly faults: readonly string[];
}

/** Datasets of one project, so that a fault is found with little around it; the first of each is the parent of the others. */
const together = 5;
const wide = { columns: 50, rows: 60, deliveries: 2 };
const narrow = { columns: 4, rows: 12, deliveries: 4 };

/** Plays random projects on both engines. A fault names the seed that brings it back: `--seed <it> --datasets 4`. */
export async function parityCampaign(options: ParityOptions): Promise<ParityResult> {
  const { version, seed, say } = options;
  const worker = await openSparkWorker(version, '1500m');
  const result = { cases: 0, runs: 0, rows: 0, faults: [] as string[] };
  const play = async (at: number, size: typeof wide, count: number) => {
    const project = projectCase(at, count + 1, size);
    const deliveries = deliveriesOf(project);
    const names = project.datasets.map(({ name }) => name);
    const played = await playProject({ ...project, datasets: names, deliveries }, worker);
    result.cases += project.datasets.reduce((sum, { cases }) => sum + cases, 0) + deliveries.flat().length;
    result.runs += played.runs;
    result.rows += played.rows;
    for (const fault of played.faults) {
      result.faults.push(`seed ${at}: ${fault}`);
      say(`seed ${at} (${size === wide ? 'wide' : 'narrow'}): ${fault}`);
    }
    say(`${result.cases} cases, ${result.runs} runs, ${result.rows} rows, ${result.faults.length} faults`);
  };
  try {
    for (let done = 0; done < options.datasets; done += together - 1)
      await play(seed + done, wide, Math.min(together - 1, options.datasets - done));
    for (let done = 0; done < options.sequences; done += together - 1)
      await play(seed + 100_000 + done, narrow, Math.min(together - 1, options.sequences - done));
  } finally {
    await worker.close();
  }
  return result;
}
