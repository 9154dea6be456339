import { noCounts } from '../../core/contracts/no-counts.ts';
import type { RunOutcome } from '../runs/run-outcome.ts';
import { carryOut } from './carry-out.ts';
import { toRunStop } from './engine-error.ts';
import { type LocalPaths, localFolder, localPaths, told } from './local-paths.ts';
import { takeLock } from './lock.ts';
import { type PlanParts, planParts } from './plan-parts.ts';
import type { RunContext } from './run-context.ts';
import type { RunRequest } from './run-request.ts';
import { exitCodes, RunStop, stopIfAborted } from './run-stop.ts';
import { openScratch, removeDeadScratch, type Scratch } from './scratch.ts';
import { createStageClock } from './stage-clock.ts';
import { commitWaitMs } from './use-warehouse.ts';

const datasetWaitMs = 2000;
const interruptEveryMs = 50;

/**
 * Runs one dataset on this machine, from its source folder to its archive. Everything between `run-started` and
 * `run-ended`, which are the caller's, is told through `request.emit`. Never throws for a failure that a user can meet: that is
 * the outcome's `reason`. After `rejected`, `failed` and `cancelled` the target and the ledger are what they were.
 */
export async function runDataset(request: RunRequest): Promise<RunOutcome> {
  const clock = createStageClock(request.emit);
  let places: Readonly<Record<string, string>> = {};
  try {
    stopIfAborted(request.signal);
    const parts = planParts(request.plan);
    requireMaskKey(request, parts);
    const paths = await localPaths(request.root, request.plan);
    const archive = await localFolder(request.root, parts.archive.path, 'archive_path');
    places = placesOf(request, paths, archive);
    const lock = request.dryRun === undefined ? await lockDataset(request, paths) : null;
    try {
      await removeDeadScratch(paths.scratch);
      const scratch = await openScratch({
        parent: paths.scratch,
        id: request.runId,
        threads: request.threads,
        memoryBytes: request.memoryBytes,
      });
      const access = {
        file: paths.warehouse,
        locks: paths.locks,
        runId: request.runId,
        command: request.command,
        waitMs: request.commitWaitMs ?? commitWaitMs,
        signal: request.signal,
      };
      const context: RunContext = { request, plan: request.plan, parts, paths, scratch, access };
      const guard = interruptOnAbort(scratch, request.signal);
      try {
        const end = await carryOut(context, { clock, archive, onPointOfNoReturn: guard.release });
        return { ...end, exitCode: exitCodes[end.status], places };
      } finally {
        guard.release();
        await scratch.close();
      }
    } finally {
      await lock?.release();
    }
  } catch (error) {
    return outcomeOf(toRunStop(error, doing[clock.current() ?? 'discover'], request.signal), places);
  }
}

const doing = {
  discover: 'finding the delivery',
  read: 'reading the delivery',
  stage: 'reading and staging the delivery',
  check: 'checking the records',
  gate: 'deciding about the delivery',
  merge: 'merging into the target',
  commit: 'committing',
  archive: 'archiving',
  report: 'reporting',
} as const;

function requireMaskKey(request: RunRequest, parts: PlanParts): void {
  if (!parts.stage.parameters.includes('mask_key') || (request.maskKey ?? '') !== '') return;
  throw new RunStop(
    'failed',
    'mask_key_missing',
    `\`${request.plan.dataset}\` masks columns by a keyed hash and there is no key; set PISTEVO_MASK_KEY, the same for every run.`,
  );
}

function outcomeOf(stop: RunStop, places: Readonly<Record<string, string>>): RunOutcome {
  const { status, code, message } = stop;
  return { status, exitCode: exitCodes[status], counts: noCounts, reason: message, code, places };
}

async function lockDataset(request: RunRequest, paths: LocalPaths) {
  return takeLock({
    folder: paths.locks,
    name: `dataset:${request.plan.dataset}`,
    runId: request.runId,
    command: request.command,
    waitMs: request.datasetWaitMs ?? datasetWaitMs,
    signal: request.signal,
  });
}

/** Interrupts again and again: a query that begins just after one interrupt would not hear it. */
function interruptOnAbort(scratch: Scratch, signal: AbortSignal): { readonly release: () => void } {
  let timer: NodeJS.Timeout | null = null;
  const onAbort = () => {
    scratch.interrupt();
    timer = setInterval(() => scratch.interrupt(), interruptEveryMs);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  return {
    release: () => {
      signal.removeEventListener('abort', onAbort);
      if (timer !== null) clearInterval(timer);
    },
  };
}

function placesOf(request: RunRequest, paths: LocalPaths, archive: string): Readonly<Record<string, string>> {
  const { dataset, schema } = request.plan;
  const warehouse = told(request.root, paths.warehouse);
  return {
    target: `${warehouse} (${schema}.${dataset})`,
    staging: `${warehouse} (${schema}.${dataset}_stage)`,
    quarantine: `${warehouse} (${schema}.${dataset}_quarantine)`,
    archive: `${told(request.root, archive)}/${dataset}/${request.runId}/`,
  };
}
