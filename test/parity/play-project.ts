import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Plan } from '../../core/contracts/plan.ts';
import { loadProject } from '../../core/model/load-project.ts';
import { buildPlan } from '../../core/plan/build-plan.ts';
import { compareRuns } from './compare-runs.ts';
import { leftFiles } from './left-files.ts';
import { type Played, playLocal } from './play-local.ts';
import type { SparkWorker } from './spark-worker.ts';

/** A file that arrives, by its path inside the project. */
export interface ArrivingFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** How long before the run that finds it, in seconds, it was written; 100 when it is not said. */
  readonly ageSeconds?: number;
}

/** A project and its deliveries, in the order in which they arrive. */
export interface PlayedProject {
  readonly config: string;
  /** The schema file while delivery `number`, from 0, is ingested. */
  readonly schema: (number: number) => string;
  /** Parents before children. */
  readonly datasets: readonly string[];
  readonly deliveries: readonly (readonly ArrivingFile[])[];
  /** Whether somebody empties a dataset's source before delivery `number` when what came before was refused. */
  readonly clears?: (dataset: string, number: number) => boolean;
}

/** A run that was played on both engines. */
export interface PlayedRun {
  readonly plan: Plan;
  /** From 0. */
  readonly delivery: number;
  readonly local: Played;
  readonly faults: readonly string[];
}

const engines = ['local', 'spark'] as const;
const start = Date.UTC(2026, 0, 1);
const minuteMs = 60_000;
const maskKey = 'a key for parity alone';

/** Plays every delivery of a project on both engines, each in a copy of its own, and compares after each run. */
export async function playProject(
  project: PlayedProject,
  worker: SparkWorker,
  onPlayed: (run: PlayedRun) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pistevo-parity-'));
  const roots = engines.map((engine) => join(folder, engine));
  const [localRoot = '', sparkRoot = ''] = roots;
  const refused = new Set<string>();
  let runs = 0;
  try {
    for (const [delivery, files] of project.deliveries.entries()) {
      const loaded = loadProject({ config: project.config, schema: project.schema(delivery) });
      for (const dataset of refused) {
        if (project.clears?.(dataset, delivery) !== true) continue;
        for (const root of roots) rmSync(join(root, 'source', dataset), { recursive: true, force: true });
      }
      const first = start + runs * minuteMs;
      const runAt = (path: string) =>
        first + Math.max(0, project.datasets.indexOf(datasetOf(path))) * minuteMs;
      for (const root of roots) lay(root, files, runAt);
      for (const dataset of project.datasets) {
        const play = {
          plan: buildPlan(loaded, dataset),
          runId: `20260101T${String(100_000 + runs)}Z-${dataset}-0000`,
          at: new Date(start + runs * minuteMs),
          maskKey,
        };
        runs += 1;
        const [local, spark] = await Promise.all([
          playLocal({ ...play, root: localRoot }),
          worker.play({ ...play, root: sparkRoot }),
        ]);
        const left = await compareLeft(localRoot, sparkRoot, dataset);
        if (local.outcome.status === 'rejected' || local.outcome.status === 'failed') refused.add(dataset);
        else refused.delete(dataset);
        onPlayed({
          plan: play.plan,
          delivery,
          local,
          faults: [...compareRuns(play.plan, local, spark), ...left],
        });
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Both engines leave the same files in the source, and the same in the archive. */
async function compareLeft(local: string, spark: string, dataset: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const place of [`source/${dataset}`, `archive/${dataset}`]) {
    const [left, right] = [await leftFiles(join(local, place)), await leftFiles(join(spark, place))];
    if (left.join() !== right.join())
      faults.push(`${place}: local left ${left.join(', ')}, spark ${right.join(', ')}`);
  }
  return faults;
}

/** Of `source/<dataset>/…`. */
function datasetOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function lay(root: string, files: readonly ArrivingFile[], runAt: (path: string) => number): void {
  for (const { path, bytes, ageSeconds = 100 } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
    const written = runAt(path) / 1000 - ageSeconds;
    utimesSync(join(root, path), written, written);
  }
}
