import type { RunRecord } from '../../../client/runs/run-record.ts';

const record: RunRecord = {
  runId: '20261123T080000Z-books-0a1b',
  dataset: 'books',
  engine: 'local',
  environment: null,
  isDryRun: false,
  status: 'succeeded',
  startedAt: '2026-11-23T08:00:00.000Z',
  endedAt: '2026-11-23T08:00:02.000Z',
  process: { pid: 1, host: 'elsewhere' },
  counts: null,
  originLines: {},
};

/** A record of a run, as one wants it. */
export function recordOf(changes: Partial<RunRecord>): RunRecord {
  return { ...record, ...changes };
}
