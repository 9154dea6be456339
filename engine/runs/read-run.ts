import { existsSync, readFileSync } from 'node:fs';
import type { RunEvent } from '../../core/contracts/event.ts';
import type { Plan } from '../../core/contracts/plan.ts';
import { runPaths } from './run-paths.ts';
import { parseRunRecord, type RunRecord } from './run-record.ts';

/** Everything a run folder holds. */
export interface StoredRun {
  readonly record: RunRecord;
  /** What ran, word for word; null when the run stopped before it was written. */
  readonly plan: Plan | null;
  readonly events: readonly RunEvent[];
}

/** Reads one run; null when there is no such folder, or its record is not of this version. */
export function readRun(root: string, runId: string): StoredRun | null {
  const record = readRecord(root, runId);
  if (record === null) return null;
  const { plan } = runPaths(root, runId);
  return {
    record,
    plan: existsSync(plan) ? (JSON.parse(readFileSync(plan, 'utf8')) as Plan) : null,
    events: readEvents(root, runId),
  };
}

/** `run.json` of one run, or null. */
export function readRecord(root: string, runId: string): RunRecord | null {
  const { record } = runPaths(root, runId);
  return existsSync(record) ? parseRunRecord(readFileSync(record, 'utf8')) : null;
}

/** The events of a run in order. A line torn by a crash or a full disk is left out: `seq` then shows the gap. */
export function readEvents(root: string, runId: string): readonly RunEvent[] {
  const { events } = runPaths(root, runId);
  if (!existsSync(events)) return [];
  return readFileSync(events, 'utf8').split('\n').flatMap(parseEvent);
}

function parseEvent(line: string): readonly RunEvent[] {
  if (line === '') return [];
  try {
    const event = JSON.parse(line) as Partial<RunEvent>;
    return event.v === 1 && typeof event.kind === 'string' ? [event as RunEvent] : [];
  } catch {
    // A torn line: its event was never acknowledged to anyone.
    return [];
  }
}
