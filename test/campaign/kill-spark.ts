import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../../samples/random.ts';
import { openSparkWorker, type SparkWorker, type Watched } from '../parity/spark-worker.ts';
import { groupOf, killPlanner, type PlannedKill } from './plan-kills.ts';
import {
  type PlayedScenario,
  type Player,
  playerOf,
  type Undisturbed,
  wholeScenarios,
} from './scenario-player.ts';
import { isSame, tornBy, unsoundIn } from './sound-state.ts';
import { type DriverEnd, layConfiguration, publish, runDriver } from './spark-driver.ts';
import { scenarios } from './spark-scenarios.ts';

export interface SparkKillOptions {
  /** Drivers that are killed with their whole process tree. */
  readonly runs: number;
  /** Drivers of which only the JVM or only Python is killed. */
  readonly partial: number;
  readonly seed: number;
  /** How many scenarios there are to be; default: all of them. */
  readonly scenarios?: number;
  readonly say?: (line: string) => void;
}

export interface SparkKillResult {
  readonly kills: number;
  /** Kills of the JVM alone or of Python alone. */
  readonly partialKills: number;
  /** Drivers that ended before their kill came. */
  readonly missed: number;
  /** How often a kill landed where. */
  readonly histogram: ReadonlyMap<string, number>;
  /** Answers that readers in a loop got meanwhile. */
  readonly read: number;
  readonly faults: readonly string[];
}

/** Drivers have the real one, and what runs between them has to agree with it. */
const clock = () => new Date();

interface Bench {
  readonly worker: SparkWorker;
  readonly folder: string;
  readonly configuration: string;
}

/**
 * Kills real Spark drivers with SIGKILL, runs each again, and compares with runs that nothing disturbed, while a reader in a
 * process of its own looks at the table in a loop. Every run of a scenario is killed, in one project.
 */
export async function sparkKillCampaign(options: SparkKillOptions): Promise<SparkKillResult> {
  const { seed, say } = options;
  const folder = mkdtempSync(join(tmpdir(), 'pistevo-kill-spark-'));
  const worker = await openSparkWorker('3.5', '700m', 'shared', 'uncompiled');
  const tally = { kills: 0, partialKills: 0, missed: 0, read: 0 };
  const histogram = new Map<string, number>();
  const faults: string[] = [];
  try {
    if (worker.metastore === null) throw new Error('drivers have no metastore to share');
    const bench = { worker, folder, configuration: layConfiguration(folder, worker.metastore) };
    const random = createRandom(seed);
    const wholeOf = wholeScenarios(worker, folder);
    const chosen = random.sample(scenarios, options.scenarios ?? scenarios.length);
    const pace = await measurePace(bench, await wholeOf(random.pick(chosen)), faults);
    const plan = killPlanner({ pace, random });
    for (let round = 1; tally.kills < options.runs || tally.partialKills < options.partial; round += 1) {
      for (const scenario of chosen) {
        const isPartial = tally.kills >= options.runs;
        if (isPartial && tally.partialKills >= options.partial) break;
        const { runs } = await wholeOf(scenario);
        const planned = plan(runs, isPartial ? ['java', 'python'] : ['tree']);
        const player = playerOf(
          worker,
          folder,
          scenario,
          `kill_${round}_${scenario.name}${isPartial ? '_part' : ''}`,
          clock,
        );
        for (const kill of planned) {
          const one = await killAndMend(bench, player, kill);
          tally[isPartial ? 'partialKills' : 'kills'] += one.landed.length;
          tally.missed += one.landed.length === 0 ? 1 : 0;
          tally.read += one.read;
          for (const place of one.landed) histogram.set(place, (histogram.get(place) ?? 0) + 1);
          const title = `${player.schema} run ${kill.run.at + 1}, ${kill.way}, ${one.landed.join(', then ') || 'missed'}`;
          const end =
            one.found.length > 0
              ? 'NOT sound'
              : `sound, mended (${kill.mender}) in ${Math.round(one.mendedMs / 1000)} s`;
          say?.(`${tally.kills}+${tally.partialKills} ${title}: ${end}`);
          for (const fault of one.found) say?.(`  ${fault}`);
          faults.push(...one.found.map((fault) => `${title}: ${fault}`));
          // What would follow could be wrong for the same reason.
          if (one.found.length > 0) break;
        }
      }
    }
  } finally {
    await worker.close();
    if (faults.length === 0) rmSync(folder, { recursive: true, force: true });
    else say?.(`left for inspection: ${folder}`);
  }
  return { ...tally, histogram, faults };
}

/** How long a driver takes from event to event; that its run is like one inside the warm Spark is checked by the way. */
async function measurePace(bench: Bench, { scenario, runs }: PlayedScenario, faults: string[]) {
  const [run] = runs;
  if (run === undefined) throw new Error(`${scenario.name} has no run`);
  const player = playerOf(bench.worker, bench.folder, scenario, 'pace', clock);
  player.lay(run.step);
  const ended = await drive(bench, player.root, run, 'cli');
  if (ended.status !== 'succeeded')
    throw new Error(`an undisturbed driver ended with ${ended.status}: ${ended.words}`);
  const state = player.stateOf(run.step, await player.look(run.step));
  faults.push(...[...unsoundIn(state, run.after, false)].map((fault) => `undisturbed: ${fault}`));
  return ended.milestones;
}

function drive(
  { configuration }: Bench,
  root: string,
  { step }: Undisturbed,
  way: PlannedKill['way'],
  moment?: PlannedKill['moments'][number],
): Promise<DriverEnd> {
  const isRebuilt = step.isRebuilt === true;
  return runDriver({
    root,
    dataset: step.dataset,
    isRebuilt,
    way,
    configuration,
    ...(moment !== undefined && { moment }),
  });
}

async function killAndMend(bench: Bench, player: Player, { run, way, mender, moments }: PlannedKill) {
  const { at, step, before, after: whole } = run;
  player.lay(step);
  if (at === 0) publish(player.root);
  const unwatch = await bench.worker.watch(`${player.schema}.${step.dataset}`);
  const landed: string[] = [];
  const found: string[] = [];
  for (const moment of moments) {
    const ended = await drive(bench, player.root, run, way, moment);
    if (ended.wasKilled && way === 'cli' && moment.kind === 'effect' && ended.code !== 'spark_ended')
      found.push(`the command line said ${ended.status}, ${ended.code} of a driver that was killed`);
    const left = await player.look(step);
    found.push(...tornBy(left, before, whole));
    if (!ended.wasKilled) continue;
    const isMoved = !isSame(left.target, before?.target ?? null);
    landed.push(`${landed.length === 0 ? '' : 'mending: '}${placeOf(ended, step.dataset, isMoved)}`);
  }
  const started = performance.now();
  const { status, code, words } = await mend(bench, player, run, mender);
  const mendedMs = performance.now() - started;
  if (!['succeeded', 'no_input'].includes(status ?? ''))
    found.push(`the next run ended with ${status}, ${code}: ${words}`);
  const watched = await unwatch();
  found.push(...strangeIn(watched, run));
  found.push(...unsoundIn(player.stateOf(step, await player.look(step)), whole, step.isRebuilt === true));
  return { landed, found, read: watched.asked, mendedMs };
}

/** The run after a kill, by a driver of its own or by the warm Spark. */
async function mend(bench: Bench, player: Player, run: Undisturbed, mender: PlannedKill['mender']) {
  if (mender !== 'warm') return drive(bench, player.root, run, mender);
  const { outcome } = await player.play(run.step);
  return { status: outcome?.status ?? null, code: outcome?.code ?? null, words: outcome?.reason ?? '' };
}

/** The stage, and in it the side effect; around the commit also on which side of it. */
function placeOf({ stage, effect }: DriverEnd, dataset: string, isMoved: boolean): string {
  const where = stage ?? 'start';
  const side = where === 'commit' ? (isMoved ? ', table moved' : ', table not moved') : '';
  return `${where}${side}${effect === null ? '' : `: ${groupOf(effect, dataset)}`}`;
}

function* strangeIn({ seen, troubles }: Watched, { before, after }: Undisturbed): Generator<string> {
  for (const trouble of troubles.slice(0, 3)) yield `a reader met ${trouble}`;
  for (const table of seen) {
    const isOld = before !== null && isSame(table, before.target);
    if (!isOld && !isSame(table, after.target))
      yield `a reader saw ${table.rows.length} rows that were never the table`;
  }
}
