import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAll } from './command.ts';
import { deliveredFiles, readTables } from './inspect.ts';
import { type DeliverySize, layDelivery, layProject, seededRandom } from './project.ts';
import { type Expectation, unsoundAfterKill, unsoundAfterResume } from './verify.ts';

export interface KillOptions {
  readonly runs: number;
  readonly seed: number;
  readonly size: DeliverySize;
  readonly say?: (line: string) => void;
}

export interface KillResult {
  readonly kills: number;
  /** Runs that ended before their kill came. */
  readonly missed: number;
  readonly faults: readonly string[];
}

/** What undisturbed runs of both deliveries give, and a project with only the first delivery taken. */
interface Baseline {
  readonly folder: string;
  readonly first: Expectation;
  readonly second: Expectation;
  readonly elapsedMs: number;
  readonly eventCount: number;
}

async function layBaseline(folder: string, options: KillOptions): Promise<Baseline> {
  const whole = join(folder, 'whole');
  await layProject(whole);
  await layDelivery(whole, 1, options.seed, options.size);
  const files1 = await deliveredFiles(whole);
  await mustSucceed(whole);
  const state1 = await mustRead(whole);
  await cp(whole, join(folder, 'second'), { recursive: true, preserveTimestamps: true });
  await layDelivery(join(folder, 'second'), 2, options.seed, options.size);
  await layDelivery(whole, 2, options.seed, options.size);
  const files2 = await deliveredFiles(whole);
  const started = performance.now();
  const ended = await mustSucceed(whole);
  const elapsedMs = performance.now() - started;
  await layProject(join(folder, 'first'));
  await layDelivery(join(folder, 'first'), 1, options.seed, options.size);
  return {
    folder,
    first: { before: null, after: state1, files: files1 },
    second: { before: state1, after: await mustRead(whole), files: files2 },
    elapsedMs,
    eventCount: ended.events.length,
  };
}

async function mustSucceed(root: string) {
  const ended = await runAll(root);
  if (ended.exitCode !== 0)
    throw new Error(`an undisturbed run ended with ${ended.exitCode}: ${ended.stderr}`);
  return ended;
}

async function mustRead(root: string) {
  const state = await readTables(root);
  if (state === null) throw new Error('the undisturbed run left no warehouse');
  for (const table of ['patients', 'claim', 'patients_quarantine', 'claim_quarantine']) {
    if ((state[table] ?? []).length === 0) throw new Error(`the undisturbed run left ${table} empty`);
  }
  return state;
}

/** One kill: half of them at an event (every stage boundary among them), half after a random time. */
async function killOnce(baseline: Baseline, random: () => number, index: number): Promise<KillResult> {
  const isFirst = random() < 0.5;
  const root = join(baseline.folder, `run-${index}`);
  await cp(join(baseline.folder, isFirst ? 'first' : 'second'), root, {
    recursive: true,
    preserveTimestamps: true,
  });
  const expected = isFirst ? baseline.first : baseline.second;
  const atEvent = random() < 0.5 ? 1 + Math.floor(random() * baseline.eventCount) : null;
  let seen = 0;
  const killed = await runAll(root, {
    ...(atEvent === null ? { killAfterMs: random() * baseline.elapsedMs * 1.1 } : {}),
    onEvent: (_event, child) => {
      seen += 1;
      if (seen === atEvent) child.kill('SIGKILL');
    },
  });
  const last = killed.events.at(-1);
  const where = `kill ${index} (${isFirst ? 'first' : 'second'} delivery, after ${last?.kind ?? 'nothing'} ${atEvent ?? 'timed'})`;
  const faults = (await unsoundAfterKill(root, expected)).map(
    (fault) => `${where}: after the kill: ${fault}`,
  );
  const resumed = await runAll(root);
  if (resumed.exitCode !== 0)
    faults.push(`${where}: the resuming run ended with ${resumed.exitCode}: ${resumed.stderr}`);
  faults.push(
    ...(await unsoundAfterResume(root, expected)).map((fault) => `${where}: after resuming: ${fault}`),
  );
  if (faults.length === 0) await rm(root, { recursive: true, force: true });
  const wasKilled = killed.signal === 'SIGKILL';
  return { kills: wasKilled ? 1 : 0, missed: wasKilled ? 0 : 1, faults };
}

/**
 * Kills runs until `runs` of them really died, resumes each, and compares with undisturbed runs: rows, quarantine,
 * files, and masked values anywhere on disk. A project with a fault is left in place and named.
 */
export async function killCampaign(options: KillOptions): Promise<KillResult> {
  const folder = await mkdtemp(join(tmpdir(), 'pistevo-kill-'));
  const baseline = await layBaseline(folder, options);
  const random = seededRandom(options.seed);
  let result: KillResult = { kills: 0, missed: 0, faults: [] };
  for (let index = 1; result.kills < options.runs; index += 1) {
    const one = await killOnce(baseline, random, index);
    result = {
      kills: result.kills + one.kills,
      missed: result.missed + one.missed,
      faults: [...result.faults, ...one.faults],
    };
    for (const fault of one.faults) options.say?.(fault);
    if (index % 25 === 0)
      options.say?.(`${result.kills} of ${options.runs} kills, ${result.faults.length} faults`);
  }
  if (result.faults.length === 0) await rm(folder, { recursive: true, force: true });
  else options.say?.(`left for inspection: ${folder}`);
  return result;
}
