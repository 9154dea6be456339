import type { RunCounts } from './event.ts';

/** Of a run that touched nothing. */
export const noCounts: RunCounts = {
  files: 0,
  bytes: 0,
  records: 0,
  malformed: 0,
  accepted: 0,
  quarantined: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  superseded: 0,
  stale: 0,
  deleted: 0,
  retried: 0,
  targetRows: 0,
};
