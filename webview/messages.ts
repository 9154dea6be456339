import type { RunCounts, RunStatus } from '../core/contracts/event.ts';
import type { Report } from '../core/contracts/report.ts';

/** What a trend needs to know of a run; a whole report has all of it. */
export interface PastRun {
  readonly runId: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly status: RunStatus;
  readonly isDryRun: boolean;
  readonly counts: RunCounts;
}

/** Where something stands now: a file relative to the project, and a 1-based line. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Told to the report's page by the extension. */
export interface ReportMessage {
  readonly kind: 'report';
  readonly report: Report;
  /** Runs of the dataset up to this one, the oldest first. */
  readonly history: readonly PastRun[];
  /** By rule id, where its line is now; null when it is gone. Without an entry, the line at the time of the run. */
  readonly origins?: Readonly<Record<string, Place | null>>;
}

/** Told to the grid's page by the extension. */
export interface PreviewMessage {
  readonly kind: 'preview';
  readonly dataset: string;
  readonly table: 'target' | 'stage' | 'quarantine';
  /** How many rows were asked for: there may be more. */
  readonly limit: number;
  readonly columns: readonly string[];
  /** Values as text, in the order of the columns; null for NULL. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Columns whose clear values are kept out of every table. */
  readonly masked?: readonly string[];
}

/** Told to the extension by a page. */
export type PageMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly file: string; readonly line: number }
  | { readonly kind: 'refresh' };
