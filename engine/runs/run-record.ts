import type { RunCounts, RunStatus } from '../../core/contracts/event.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** `run.json`: what a run is and how it ended. The truth of a run, whatever exit code a shell saw. */
export interface RunRecord {
  readonly v: 1;
  readonly runId: string;
  readonly dataset: string;
  readonly engine: string;
  readonly environment: string | null;
  readonly planFingerprint: string;
  readonly isDryRun: boolean;
  readonly status: RunStatus | 'running';
  /** null while running. */
  readonly exitCode: number | null;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Who runs it: a run whose process is gone is swept. */
  readonly process: ProcessIdentity;
  readonly counts: RunCounts | null;
  readonly reason?: string;
  readonly code?: string;
  /** 1-based line of each rule's origin when the run started, by rule id; null for a default. */
  readonly originLines: Readonly<Record<string, number | null>>;
  /** Where everything is: `target`, `staging`, `quarantine`, `archive`, `run`. */
  readonly places: Readonly<Record<string, string>>;
}

/** Reads `run.json`; null when the text is not such a record (a newer version, or someone else's file). */
export function parseRunRecord(text: string): RunRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON: not a record. The caller names the folder.
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const record = value as Partial<RunRecord>;
  const isRecord =
    record.v === 1 &&
    typeof record.runId === 'string' &&
    typeof record.dataset === 'string' &&
    typeof record.status === 'string' &&
    typeof record.startedAt === 'string' &&
    typeof record.process === 'object';
  return isRecord ? (record as RunRecord) : null;
}
