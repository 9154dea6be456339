import { rmSync } from 'node:fs';
import { listRuns } from './list-runs.ts';
import { runPaths } from './run-paths.ts';

/**
 * Removes run folders that ended more than `days` ago, but never the latest run of a dataset, nor one that is
 * running. Returns their ids.
 */
export function retainRuns(root: string, days: number, now: Date): readonly string[] {
  const oldest = new Date(now.getTime() - days * 24 * 3600 * 1000).toISOString();
  const seen = new Set<string>();
  const removed: string[] = [];
  for (const run of listRuns(root)) {
    const isLatest = !seen.has(run.dataset);
    seen.add(run.dataset);
    if (isLatest || run.endedAt === null || run.endedAt >= oldest) continue;
    rmSync(runPaths(root, run.runId).folder, { recursive: true, force: true });
    removed.push(run.runId);
  }
  return removed;
}
