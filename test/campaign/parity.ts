import type { SparkVersion } from '../../tools/spark/prepare.mjs';
import type { DatasetSize } from '../parity/cases/dataset-case.ts';
import { layoutOf } from '../parity/cases/layout-of.ts';
import { projectCase } from '../parity/cases/project-case.ts';
import { toPlay } from '../parity/cases/to-play.ts';
import { type Covered, createCoverage } from '../parity/coverage.ts';
import { type PlayedRun, playProject } from '../parity/play-project.ts';
import { openSparkWorker, type SparkWorker } from '../parity/spark-worker.ts';

export interface ParityOptions {
  readonly version: SparkVersion;
  readonly seed: number;
  /** Wide datasets, many columns each. */
  readonly datasets: number;
  /** Narrow datasets with longer sequences of deliveries. */
  readonly sequences: number;
  /** Only the project of this name: `wide-7`. */
  readonly only?: string;
  /** Whether Spark compiles every query, as it does for users; dearer by half. */
  readonly isCompiled?: boolean;
  /** Projects that are played side by side, four at most. */
  readonly lanes: number;
  readonly say: (line: string) => void;
}

export interface ParityResult {
  /** Columns with rules and texts of their own, and files. */
  readonly cases: number;
  readonly datasets: number;
  readonly sequences: number;
  readonly runs: number;
  /** Target and quarantine rows that were compared, over all runs. */
  readonly rows: number;
  readonly faults: readonly string[];
  readonly covered: readonly Covered[];
}

const sizes = {
  wide: { size: { columns: 45, rows: 40, deliveries: 2 }, together: 5 },
  narrow: { size: { columns: 4, rows: 12, deliveries: 3 }, together: 10 },
} as const;

interface Task {
  readonly kind: keyof typeof sizes;
  readonly seed: number;
  /** Datasets beside the parent that all of them may refer to. */
  readonly count: number;
}

/** Plays random projects on both engines. A fault names the project that brings it back: `--only wide-7`. */
export async function parityCampaign(options: ParityOptions): Promise<ParityResult> {
  const { version, only, say, isCompiled = false, lanes } = options;
  const tasks = tasksOf(options).filter((task) => only === undefined || nameOf(task) === only);
  const coverage = createCoverage();
  const result = { cases: 0, datasets: 0, sequences: 0, runs: 0, rows: 0, faults: [] as string[] };
  const play = async (task: Task, worker: SparkWorker) => {
    const project = projectCase(task.seed, task.count + 1, sizeOf(task));
    const layouts = new Map(project.datasets.map((dataset) => [dataset.name, layoutOf(dataset)]));
    const onPlayed = (run: PlayedRun) => {
      const { plan, local, delivery, faults } = run;
      coverage.add(run, layouts.get(plan.dataset)?.(delivery) ?? []);
      result.runs += 1;
      if (result.runs % 25 === 0)
        say(`${result.runs} runs, ${result.rows} rows, ${result.faults.length} faults`);
      result.rows += (local.target?.rows.length ?? 0) + (local.quarantine?.rows.length ?? 0);
      const lines = faults.map(
        (fault) => `${nameOf(task)}, delivery ${delivery + 1}, ${plan.dataset}: ${fault}`,
      );
      lines.forEach(say);
      result.faults.push(...lines);
    };
    await playProject(toPlay(project), worker, onPlayed);
    result[task.kind === 'wide' ? 'datasets' : 'sequences'] += task.count;
    for (const { cases, deliveries } of project.datasets) result.cases += cases + deliveries.flat().length;
    say(
      `${nameOf(task)}: ${result.cases} cases, ${result.runs} runs, ${result.rows} rows, ${result.faults.length} faults`,
    );
  };
  const rest = tasks[Symbol.iterator]();
  const worker = await openSparkWorker(
    version,
    '3g',
    'parallel',
    ...(isCompiled ? [] : ['uncompiled' as const]),
  );
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

function nameOf({ kind, seed }: Task): string {
  return `${kind}-${seed}`;
}

/** Every other narrow project has a delivery less: most of what a third one finds, a second does. */
function sizeOf({ kind, seed }: Task): DatasetSize {
  const { size } = sizes[kind];
  return kind === 'narrow' && seed % 2 === 0 ? { ...size, deliveries: 2 } : size;
}

/** Both kinds in turn, so that a campaign that is cut short has seen some of each. */
function tasksOf({ datasets, sequences, seed }: ParityOptions): readonly Task[] {
  const [wide, narrow] = [tasksOfKind('wide', datasets, seed), tasksOfKind('narrow', sequences, seed)];
  return Array.from({ length: Math.max(wide.length, narrow.length) }, (_, at) => [wide[at], narrow[at]])
    .flat()
    .filter((task) => task !== undefined);
}

function tasksOfKind(kind: Task['kind'], datasets: number, seed: number): readonly Task[] {
  const { together } = sizes[kind];
  return Array.from({ length: Math.ceil(datasets / together) }, (_, at) => ({
    kind,
    seed: seed + at,
    count: Math.min(together, datasets - at * together),
  }));
}
