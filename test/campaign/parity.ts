import type { SparkVersion } from '../../tools/spark/prepare.mjs';
import { type Covered, createCoverage } from '../parity/coverage.ts';
import { type PlayedRun, playProject } from '../parity/play-project.ts';
import { openSparkWorker, type SparkWorker } from '../parity/spark-worker.ts';
import { fixedTasks, type ParityTask, randomTasks } from './parity-tasks.ts';

export interface ParityOptions {
  readonly version: SparkVersion;
  readonly seed: number;
  /** Wide datasets, many columns each. */
  readonly datasets: number;
  /** Narrow datasets with sequences of deliveries. */
  readonly sequences: number;
  /** Only projects whose name begins like one of these: `wide-7`, `golden`. */
  readonly only?: readonly string[];
  /** Whether Spark compiles every query, as it does for users; dearer by half. */
  readonly isCompiled?: boolean;
  /** Projects that are played side by side, eight at most. */
  readonly lanes: number;
  readonly say: (line: string) => void;
}

export interface ParityResult {
  /** Columns with rules and texts of their own, and files. */
  readonly cases: number;
  /** Golden projects, the example and real data. */
  readonly fixed: number;
  readonly datasets: number;
  readonly sequences: number;
  readonly runs: number;
  /** Target and quarantine rows that were compared, over all runs. */
  readonly rows: number;
  readonly faults: readonly string[];
  readonly covered: readonly Covered[];
}

const tellEvery = 25;

/** Plays projects on both engines. A fault names the project that brings it back: `--only wide-7`. */
export async function parityCampaign(options: ParityOptions): Promise<ParityResult> {
  const { version, only, say, isCompiled = false, lanes } = options;
  const { datasets, sequences, seed } = options;
  const tasks = [...fixedTasks(say), ...randomTasks(datasets, sequences, seed)].filter(
    ({ name }) => only === undefined || only.some((each) => `${name}-`.startsWith(`${each}-`)),
  );
  const coverage = createCoverage();
  const result = { cases: 0, fixed: 0, datasets: 0, sequences: 0, runs: 0, rows: 0, faults: [] as string[] };
  const tell = () => `${result.runs} runs, ${result.rows} rows, ${result.faults.length} faults`;
  const play = async (task: ParityTask, worker: SparkWorker) => {
    const { project, cases, layout } = await task.make();
    const onPlayed = (run: PlayedRun) => {
      const { plan, local, delivery, faults } = run;
      coverage.add(run, layout(plan.dataset, delivery));
      result.runs += 1;
      result.rows += (local.target?.rows.length ?? 0) + (local.quarantine?.rows.length ?? 0);
      const lines = faults.map(
        (fault) => `${task.name}, delivery ${delivery + 1}, ${plan.dataset}: ${fault}`,
      );
      lines.forEach(say);
      result.faults.push(...lines);
      if (result.runs % tellEvery === 0) say(tell());
    };
    await playProject(project, worker, onPlayed);
    if (task.kind === 'fixed') result.fixed += 1;
    result[task.kind === 'wide' ? 'datasets' : 'sequences'] += task.datasets;
    result.cases += cases;
    say(`${task.name}: ${cases} cases; in all ${tell()}`);
  };
  const words = ['parallel' as const, ...(isCompiled ? [] : ['uncompiled' as const])];
  const worker = await openSparkWorker(version, '3g', ...words);
  const rest = tasks[Symbol.iterator]();
  const lane = async () => {
    for (const task of rest) await play(task, worker);
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    await worker.close();
  }
  return { ...result, covered: coverage.all() };
}
