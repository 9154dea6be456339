import type { Run } from '../runs/run.ts';

/** The last run of each dataset that came to an end of its own; `runs` begin with the latest. */
export function lastRuns(runs: readonly Run[]): readonly Run[] {
  const seen = new Set<string>();
  return runs.filter(({ root, record }) => {
    const name = `${root}\n${record.dataset}`;
    const isTelling =
      record.status === 'succeeded' || record.status === 'rejected' || record.status === 'failed';
    if (!isTelling || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
