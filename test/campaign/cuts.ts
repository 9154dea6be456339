import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../../samples/random.ts';
import type { SparkWorker } from '../parity/spark-worker.ts';
import { cutPlanner, type PlannedCut } from './plan-cuts.ts';
import { type Player, playerOf, wholeScenarios } from './scenario-player.ts';
import { tornBy, unsoundIn } from './sound-state.ts';
import { scenarios } from './spark-scenarios.ts';

export interface CutResult {
  /** How often a run was really cut off; some were cut off again while they mended what the first left. */
  readonly hits: number;
  /** How often the power failed at which side effect. */
  readonly histogram: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
}

export interface CutOptions {
  /** Runs that are cut off at least. */
  readonly cuts: number;
  readonly seed: number;
  /** How many scenarios there are to be; default: all of them. */
  readonly scenarios?: number;
  readonly say?: (line: string) => void;
}

/**
 * Cuts runs off at seeded side effects, looks at what readers find then, runs again, and compares with runs that nothing
 * disturbed: rows, quarantine, staged rows, ledger, files, locks. Every run of a scenario is cut, in one project.
 */
export async function cutCampaign(worker: SparkWorker, options: CutOptions): Promise<CutResult> {
  const { cuts, seed, say } = options;
  const folder = mkdtempSync(join(tmpdir(), 'pistevo-cuts-'));
  const random = createRandom(seed);
  const plan = cutPlanner(random);
  const histogram = new Map<string, number>();
  const faults: string[] = [];
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  let cut = 0;
  try {
    const wholeOf = wholeScenarios(worker, folder);
    const chosen = random.sample(scenarios, options.scenarios ?? scenarios.length);
    for (let round = 1; cut < cuts; round += 1) {
      for (const scenario of chosen) {
        if (cut >= cuts) break;
        const planned = plan((await wholeOf(scenario)).runs);
        const player = playerOf(worker, folder, scenario, `cut_${round}_${scenario.name}`);
        const found = await playCuts(player, planned, histogram);
        cut += planned.length;
        for (const fault of found) say?.(fault);
        faults.push(...found);
        say?.(`${cut} of ${cuts} runs cut, ${faults.length} faults; ${seconds()} s`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { hits: [...histogram.values()].reduce((sum, count) => sum + count, 0), histogram, faults };
}

/** Cuts the runs of a scenario; after a fault those that would follow are left out. */
async function playCuts(
  player: Player,
  planned: readonly PlannedCut[],
  histogram: Map<string, number>,
): Promise<readonly string[]> {
  for (const { run, cuts } of planned) {
    const { at, step, before, after: whole } = run;
    player.lay(step);
    const hits: string[] = [];
    const found: string[] = [];
    for (const power of cuts) {
      const left = await player.play(step, power);
      if (left.cut !== null) hits.push(hits.length === 0 ? left.cut : `again: ${left.cut}`);
      found.push(...tornBy(left, before, whole));
    }
    const resumed = await player.play(step);
    const { status, code, reason } = resumed.outcome ?? {};
    if (status !== 'succeeded' && status !== 'no_input')
      found.push(`the next run ended with ${status}, ${code}: ${reason}`);
    found.push(...unsoundIn(player.stateOf(step, resumed), whole, step.isRebuilt === true));
    for (const name of hits) histogram.set(name, (histogram.get(name) ?? 0) + 1);
    const title = `${player.schema} run ${at + 1}, ${hits.join(', then ') || 'not cut'}`;
    if (found.length > 0) return found.map((fault) => `${title}: ${fault}`);
  }
  player.forget();
  return [];
}
