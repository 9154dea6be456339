import type { RuleSeverity } from './plan.ts';

/** What a run is doing, in the order of the contract. */
export type Stage =
  | 'discover'
  | 'read'
  | 'stage'
  | 'check'
  | 'gate'
  | 'merge'
  | 'commit'
  | 'archive'
  | 'report';

export type RunStatus = 'succeeded' | 'no_input' | 'rejected' | 'failed' | 'cancelled';

/** Numbers of a run. `records = malformed + accepted`; `accepted = quarantined + inserted + updated + unchanged + superseded + stale + deleted`. */
export interface RunCounts {
  readonly files: number;
  readonly bytes: number;
  /** Records by the independent count. */
  readonly records: number;
  readonly malformed: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Beaten by a later record of the same delivery. */
  readonly superseded: number;
  /** Older than the row in the target. */
  readonly stale: number;
  /** Rows removed by `delete_when` tombstones. */
  readonly deleted: number;
  /** Orphans of earlier runs that found their parent now; not part of `records`. */
  readonly retried: number;
  /** Rows in the target after the run. */
  readonly targetRows: number;
}

export type FileState =
  | 'new'
  | 'leftover'
  | 'redelivered'
  | 'empty_file'
  | 'settling'
  | 'rejected'
  | 'ignored';

interface EventBase {
  readonly v: 1;
  readonly runId: string;
  /** From 1, without gaps, in this run. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface RunStarted extends EventBase {
  readonly kind: 'run-started';
  readonly dataset: string;
  readonly engine: string;
  readonly environment: string | null;
  readonly planFingerprint: string;
  readonly isDryRun: boolean;
}
export interface StageStarted extends EventBase {
  readonly kind: 'stage-started';
  readonly stage: Stage;
}
/** At most ten a second per stage. `total` is absent when it is not known. */
export interface StageProgress extends EventBase {
  readonly kind: 'stage-progress';
  readonly stage: Stage;
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes?: number;
}
export interface StageEnded extends EventBase {
  readonly kind: 'stage-ended';
  readonly stage: Stage;
  readonly rows: number;
  readonly elapsedMs: number;
}
export interface FileSeen extends EventBase {
  readonly kind: 'file-seen';
  readonly file: string;
  readonly sizeBytes: number;
  readonly state: FileState;
  /** Why, for every state but `new`. */
  readonly reason?: string;
}
export interface FileRead extends EventBase {
  readonly kind: 'file-read';
  readonly file: string;
  readonly records: number;
  readonly malformed: number;
  readonly blankLines: number;
}
export interface DriftSeen extends EventBase {
  readonly kind: 'drift-seen';
  readonly file: string;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly isReordered: boolean;
}
export interface RuleResult extends EventBase {
  readonly kind: 'rule-result';
  readonly rule: string;
  readonly severity: RuleSeverity;
  readonly failing: number;
  /** Up to five places, never values. */
  readonly samples: readonly { readonly file: string; readonly line: number }[];
}
export interface Warned extends EventBase {
  readonly kind: 'warning';
  readonly code: string;
  readonly message: string;
}
export interface LogAdvanced extends EventBase {
  readonly kind: 'log-advanced';
  readonly stream: string;
  readonly bytes: number;
  readonly lines: number;
}
export interface Committed extends EventBase {
  readonly kind: 'committed';
  readonly counts: RunCounts;
}
export interface RunEnded extends EventBase {
  readonly kind: 'run-ended';
  readonly status: RunStatus;
  readonly exitCode: number;
  readonly counts: RunCounts;
  /** One sentence why, and what to do; absent for `succeeded`. */
  readonly reason?: string;
  readonly code?: string;
}

export type RunEvent =
  | RunStarted
  | StageStarted
  | StageProgress
  | StageEnded
  | FileSeen
  | FileRead
  | DriftSeen
  | RuleResult
  | Warned
  | LogAdvanced
  | Committed
  | RunEnded;

type WithoutBase<T> = T extends EventBase ? Omit<T, keyof EventBase> : never;

/** An event before the run's writer stamps `v`, `runId`, `seq` and `at` on it. */
export type NewEvent = WithoutBase<RunEvent>;
