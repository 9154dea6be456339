import { execFile } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RunEvent } from '../../core/contracts/event.ts';
import { type Ended, runAll } from './command.ts';
import { deliveredFiles, readTables } from './inspect.ts';
import { type DeliverySize, layDelivery, layProject } from './project.ts';
import { type Expectation, unsoundAfterKill, unsoundAfterResume } from './verify.ts';

const call = promisify(execFile);

/** A project with one delivery, and what an undisturbed run makes of it. */
export interface Prepared {
  readonly folder: string;
  readonly root: string;
  readonly expected: Expectation;
}

export async function prepare(seed: number, size: DeliverySize): Promise<Prepared> {
  const folder = await mkdtemp(join(tmpdir(), 'pistevo-disturb-'));
  const root = join(folder, 'project');
  await layProject(root);
  await layDelivery(root, 1, seed, size);
  const twin = join(folder, 'twin');
  await cp(root, twin, { recursive: true, preserveTimestamps: true });
  const files = await deliveredFiles(twin);
  const ended = await runAll(twin);
  if (ended.exitCode !== 0)
    throw new Error(`the undisturbed run ended with ${ended.exitCode}: ${ended.stderr}`);
  const after = await readTables(twin);
  if (after === null) throw new Error('the undisturbed run left no warehouse');
  await rm(twin, { recursive: true, force: true });
  return { folder, root, expected: { before: null, after, files } };
}

/** Two runs of everything, started together: what both said, and why the project is unsound after them. */
export async function runTogether(
  prepared: Prepared,
): Promise<{ ended: readonly Ended[]; faults: readonly string[] }> {
  const ended = await Promise.all([runAll(prepared.root), runAll(prepared.root)]);
  const faults = await unsoundAfterResume(prepared.root, prepared.expected);
  return { ended, faults };
}

/** Adds a record to a claim file when the claim run reaches the stage; `did` is false when the stage never came. */
export async function appendDuring(
  prepared: Prepared,
  stage: string,
  record: string,
): Promise<{ did: boolean; ended: Ended; file: string }> {
  const file = join(prepared.root, 'source/claim/claims_1_1.csv');
  const runs = new Map<string, string>();
  let did = false;
  const ended = await runAll(prepared.root, {
    onEvent: (event: RunEvent) => {
      if (event.kind === 'run-started') runs.set(event.runId, event.dataset);
      const isThere =
        event.kind === 'stage-started' && event.stage === stage && runs.get(event.runId) === 'claim';
      if (!isThere || did || !existsSync(file)) return;
      appendFileSync(file, `${record}\n`);
      did = true;
    },
  });
  return { did, ended, file };
}

/**
 * Runs the project inside a tmpfs of `sizeKib`. Answers the run and the faults after it, then gives the disk room
 * and runs again. Null when this machine may not mount a tmpfs.
 */
export async function runOnSmallDisk(
  prepared: Prepared,
  sizeKib: number,
): Promise<{ ended: Ended; faults: readonly string[] } | null> {
  const disk = await mkdtemp(join(tmpdir(), 'pistevo-disk-'));
  const mounted = await call('mount', ['-t', 'tmpfs', '-o', `size=${sizeKib}k`, 'tmpfs', disk]).then(
    () => true,
    () => false,
  );
  if (!mounted) return null;
  try {
    const root = join(disk, 'project');
    await mkdir(root);
    for (const entry of await readdir(prepared.root)) {
      await cp(join(prepared.root, entry), join(root, entry), { recursive: true, preserveTimestamps: true });
    }
    const ended = await runAll(root);
    const faults = await unsoundAfterKill(root, prepared.expected);
    await call('mount', ['-o', 'remount,size=1g', disk]);
    const resumed = await runAll(root);
    if (resumed.exitCode !== 0)
      faults.push(`with room again the run ended with ${resumed.exitCode}: ${resumed.stderr}`);
    faults.push(...(await unsoundAfterResume(root, prepared.expected)));
    return { ended, faults };
  } finally {
    await call('umount', ['-l', disk]);
    await rm(disk, { recursive: true, force: true });
  }
}
