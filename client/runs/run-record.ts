import type { RunCounts, RunStatus } from '../../core/contracts/event.ts';

/** What the editor reads of a run's `run.json`. */
export interface RunRecord {
  readonly runId: string;
  readonly dataset: string;
  readonly engine: string;
  readonly environment: string | null;
  readonly isDryRun: boolean;
  /** `interrupted`: the record says that it runs, and its process is gone. */
  readonly status: RunStatus | 'running' | 'interrupted';
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly process: { readonly pid: number; readonly host: string };
  readonly counts: RunCounts | null;
  readonly reason?: string;
  readonly code?: string;
  /** 1-based line of each rule's origin when the run started, by rule id; null for a default. */
  readonly originLines: Readonly<Record<string, number | null>>;
}

/** Whether a folder's name is that of a run; other folders are not ours. */
export function isRunId(text: string): boolean {
  return /^\d{8}T\d{6}Z-[A-Za-z0-9_-]*-[0-9a-f]{4}$/.test(text);
}

/** Reads `run.json`; null for a text that is not such a record of this version. */
export function parseRunRecord(text: string): RunRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON, so not a record: the folder is left out of what is shown.
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const record = value as Partial<RunRecord> & { readonly v?: unknown };
  const isRecord =
    record.v === 1 &&
    typeof record.runId === 'string' &&
    isRunId(record.runId) &&
    typeof record.dataset === 'string' &&
    typeof record.status === 'string' &&
    typeof record.startedAt === 'string' &&
    typeof record.process === 'object' &&
    record.process !== null;
  return isRecord ? { ...(record as RunRecord), originLines: record.originLines ?? {} } : null;
}
