import type { RunStatus } from '../../core/contracts/event.ts';

export type StopStatus = Exclude<RunStatus, 'succeeded'>;

/**
 * Ends a run early, for a reason that its user should read. Thrown by the stages, so that an open transaction rolls
 * back on the way out, and turned into a `RunOutcome` in one place, `runDataset`. Never leaves this folder's façades
 * otherwise than as a value, except from `rollback`, `migrate` and `preview`, which have no run record to put it in.
 */
export class RunStop extends Error {
  readonly status: StopStatus;
  readonly code: string;

  constructor(status: StopStatus, code: string, message: string) {
    super(message);
    this.name = 'RunStop';
    this.status = status;
    this.code = code;
  }
}

export const exitCodes: Readonly<Record<RunStatus, number>> = {
  succeeded: 0,
  no_input: 0,
  rejected: 3,
  failed: 4,
  cancelled: 130,
};

/** Ends the run as cancelled when its signal is aborted. */
export function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted)
    throw new RunStop('cancelled', 'cancelled', 'The run was cancelled; nothing was changed.');
}
