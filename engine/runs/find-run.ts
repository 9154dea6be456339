import { listRuns } from './list-runs.ts';
import type { RunRecord } from './run-record.ts';

export type FoundRun =
  | { readonly kind: 'found'; readonly record: RunRecord }
  | { readonly kind: 'none'; readonly runs: number }
  | { readonly kind: 'several'; readonly runIds: readonly string[] };

/**
 * The run that a person means: `latest`, a run id, a part of one that fits no other run (`ab12`), or a dataset's name
 * for its latest run.
 */
export function findRun(root: string, wanted: string): FoundRun {
  const runs = listRuns(root);
  const exact =
    wanted === 'latest'
      ? runs[0]
      : (runs.find((run) => run.runId === wanted) ?? runs.find((run) => run.dataset === wanted));
  if (exact !== undefined) return { kind: 'found', record: exact };
  const partial = runs.filter((run) => run.runId.includes(wanted));
  const [only] = partial;
  if (only !== undefined && partial.length === 1) return { kind: 'found', record: only };
  if (partial.length > 1) return { kind: 'several', runIds: partial.map((run) => run.runId) };
  return { kind: 'none', runs: runs.length };
}
