import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadProject } from '../../core/model/load-project.ts';
import { buildPlan } from '../../core/plan/build-plan.ts';
import { compareRuns } from './compare-runs.ts';
import { playLocal } from './play-local.ts';
import type { SparkWorker } from './spark-worker.ts';

/** A project and its deliveries, in the order in which they arrive; files by their path inside the project. */
export interface PlayedProject {
  readonly config: string;
  readonly schema: string;
  /** Parents before children. */
  readonly datasets: readonly string[];
  readonly deliveries: readonly (readonly (readonly [file: string, bytes: Uint8Array])[])[];
}

const engines = ['local', 'spark'] as const;
const start = Date.UTC(2026, 0, 1);
const minuteMs = 60_000;
const maskKey = 'a key for parity alone';

export interface PlayedRuns {
  readonly runs: number;
  /** Target and quarantine rows that were compared. */
  readonly rows: number;
  /** Each with the delivery and the dataset that it was found in. */
  readonly faults: readonly string[];
}

/** Plays every delivery of a project on both engines, each in a copy of its own, and compares after each run. */
export async function playProject(project: PlayedProject, worker: SparkWorker): Promise<PlayedRuns> {
  const folder = mkdtempSync(join(tmpdir(), 'pistevo-parity-'));
  const loaded = loadProject(project);
  const faults: string[] = [];
  let runs = 0;
  let rows = 0;
  try {
    for (const [at, files] of project.deliveries.entries()) {
      for (const engine of engines) lay(join(folder, engine), files);
      for (const dataset of project.datasets) {
        runs += 1;
        const play = {
          plan: buildPlan(loaded, dataset),
          runId: `20260101T${String(100_000 + runs)}Z-${dataset}-0000`,
          at: new Date(start + runs * minuteMs),
          maskKey,
        };
        const local = await playLocal({ ...play, root: join(folder, 'local') });
        const spark = await worker.play({ ...play, root: join(folder, 'spark') });
        rows += (local.target?.rows.length ?? 0) + (local.quarantine?.rows.length ?? 0);
        for (const line of compareRuns(local, spark)) faults.push(`delivery ${at + 1}, ${dataset}: ${line}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { runs, rows, faults };
}

function lay(root: string, files: readonly (readonly [string, Uint8Array])[]): void {
  for (const [file, bytes] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), bytes);
  }
}
