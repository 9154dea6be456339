import { availableParallelism } from 'node:os';
import { toRunStop } from './engine-error.ts';
import { type LocalPaths, localPaths, type PlacedPlan } from './local-paths.ts';
import { takeLock } from './lock.ts';
import { openScratch, type Scratch } from './scratch.ts';
import { commitWaitMs, type WarehouseAccess } from './use-warehouse.ts';

/** What every command on a warehouse, other than a run, is told. */
export interface LocalRequest {
  /** The project's root, absolute. */
  readonly root: string;
  readonly plan: PlacedPlan;
  /** Names the work in locks and scratch; unique. */
  readonly id: string;
  /** For the holder of a lock: `pistevo rollback claim`. */
  readonly command: string;
  readonly signal: AbortSignal;
  /** Patience for a run of the dataset, a commit, or another program; default 2 s, and 2 minutes. */
  readonly waitMs?: number;
}

export interface LocalSession {
  readonly scratch: Scratch;
  readonly paths: LocalPaths;
  readonly access: WarehouseAccess;
}

/** Why a command did nothing; one sentence that says what to do. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: string;
  readonly message: string;
}

/**
 * Opens a scratch database for a command, under the dataset's lock when it changes something. A failure that a user can meet
 * comes back as a refusal; nothing was changed then.
 */
export async function withSession<T>(
  request: LocalRequest,
  options: { readonly isChanging: boolean; readonly doing: string },
  use: (session: LocalSession) => Promise<T>,
): Promise<T | Refusal> {
  const { root, plan, signal, command, id } = request;
  try {
    const paths = await localPaths(root, plan);
    const locked = { folder: paths.locks, runId: id, command, signal };
    const lock = options.isChanging
      ? await takeLock({ ...locked, name: `dataset:${plan.dataset}`, waitMs: request.waitMs ?? 2000 })
      : null;
    try {
      const scratch = await openScratch({ parent: paths.scratch, id, threads: availableParallelism() });
      const onAbort = () => scratch.interrupt();
      signal.addEventListener('abort', onAbort, { once: true });
      try {
        const access = {
          file: paths.warehouse,
          locks: paths.locks,
          runId: id,
          command,
          waitMs: request.waitMs ?? commitWaitMs,
          signal,
        };
        return await use({ scratch, paths, access });
      } finally {
        signal.removeEventListener('abort', onAbort);
        await scratch.close();
      }
    } finally {
      await lock?.release();
    }
  } catch (error) {
    const { code, message } = toRunStop(error, options.doing, signal);
    return { kind: 'refused', code, message };
  }
}
