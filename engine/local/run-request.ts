import type { NewEvent, RunCounts, RunStatus } from '../../core/contracts/event.ts';
import type { Plan } from '../../core/contracts/plan.ts';

/** Which archived originals a run reads again instead of the source. */
export interface ReprocessSelection {
  readonly select:
    | { readonly kind: 'run'; readonly runId: string }
    /** Relative path inside the source, as in the ledger. */
    | { readonly kind: 'file'; readonly file: string }
    /** Files with records in quarantine that are not resolved. */
    | { readonly kind: 'quarantined' }
    /** Runs committed at this time or later, UTC. */
    | { readonly kind: 'since'; readonly at: Date }
    | { readonly kind: 'all' };
  /** Empties the target and replays every archived original, in order, in one commit. */
  readonly isRebuild: boolean;
}

export interface RunRequest {
  readonly plan: Plan;
  /** The project's root, absolute. */
  readonly root: string;
  readonly runId: string;
  /** What started the run, to name the holder of a lock: `pistevo run claim`. */
  readonly command: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly emit: (event: NewEvent) => void;
  /** Secret of `hash` masks; needed when a column has one. */
  readonly maskKey?: string;
  /** Reads a sample and says what each rule would do; nothing is written but scratch. */
  readonly dryRun?: { readonly maxRecords: number };
  readonly reprocess?: ReprocessSelection;
  /** Default: as many as the machine has. */
  readonly threads?: number;
  /** DuckDB's memory; default 1 GiB. */
  readonly memoryBytes?: number;
  /** Commits that `rollback` can undo; default 5. */
  readonly undoCommits?: number;
  /** Patience for another run of the dataset; default 2 s. */
  readonly datasetWaitMs?: number;
  /** Patience for another commit, or another program that has the warehouse open; default 2 minutes. */
  readonly commitWaitMs?: number;
}

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
