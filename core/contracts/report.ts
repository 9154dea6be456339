import type { FileState, RunCounts, RunStatus, Stage } from './event.ts';
import type { Origin } from './origin.ts';
import type { RuleKind, RuleSeverity } from './plan.ts';

export interface ReportFile {
  readonly file: string;
  readonly sizeBytes: number;
  readonly state: FileState;
  readonly reason?: string;
  readonly records: number;
  readonly malformed: number;
  readonly blankLines: number;
  /** Where the original is now, relative to the project or a URI; absent while it is still in the source. */
  readonly archivedTo?: string;
}

export interface ReportRule {
  readonly id: string;
  readonly kind: RuleKind;
  readonly severity: RuleSeverity;
  readonly columns: readonly string[];
  readonly message: string;
  readonly failing: number;
  /** Up to five places, never values. */
  readonly samples: readonly { readonly file: string; readonly line: number }[];
  readonly origin: Origin;
  /** 1-based line of the origin in its file at the time of the run; null when it is a default. */
  readonly originLine: number | null;
}

export interface ReportMalformed {
  /** `malformed:fields`, `malformed:quote`, `malformed:nul`, `malformed:encoding` */
  readonly reason: string;
  readonly count: number;
  readonly samples: readonly { readonly file: string; readonly line: number }[];
}

export interface ReportDrift {
  readonly file: string;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly isReordered: boolean;
}

/** What a run did, for machines; `core/report` draws the same for people. Holds no value from the data. */
export interface Report {
  readonly v: 1;
  readonly runId: string;
  readonly dataset: string;
  readonly target: string;
  readonly engine: string;
  readonly environment: string | null;
  readonly planFingerprint: string;
  readonly isDryRun: boolean;
  readonly status: RunStatus;
  readonly exitCode: number;
  readonly reason?: string;
  readonly code?: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly counts: RunCounts;
  readonly files: readonly ReportFile[];
  readonly stages: readonly { readonly stage: Stage; readonly rows: number; readonly elapsedMs: number }[];
  /** In plan order, those that hold (failing 0) too. */
  readonly rules: readonly ReportRule[];
  readonly malformed: readonly ReportMalformed[];
  readonly drift: readonly ReportDrift[];
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  /** Where everything is: `target`, `staging`, `quarantine`, `archive`, `run`. */
  readonly places: Readonly<Record<string, string>>;
}
