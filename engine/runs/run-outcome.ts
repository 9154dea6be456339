import type { RunCounts, RunStatus } from '../../core/contracts/event.ts';

/** How a run ended, whatever engine carried it out. */
export interface RunOutcome {
  readonly status: RunStatus;
  readonly exitCode: number;
  readonly counts: RunCounts;
  /** One sentence why, and what to do; absent for `succeeded`. */
  readonly reason?: string;
  /** Stable word for the reason. */
  readonly code?: string;
  /** Where everything is: `target`, `staging`, `quarantine`, `archive`; paths relative to the root where they can be. */
  readonly places: Readonly<Record<string, string>>;
}
