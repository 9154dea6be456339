import type { NewEvent } from '../../core/contracts/event.ts';
import type { Plan } from '../../core/contracts/plan.ts';
import type { ReprocessSelection } from '../runs/reprocess-selection.ts';

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
