import { existsSync, readdirSync } from 'node:fs';
import { readRecord } from './read-run.ts';
import { isRunId } from './run-id.ts';
import { runsFolder } from './run-paths.ts';
import type { RunRecord } from './run-record.ts';

/** Records of a project's runs, the latest first; of one dataset when it is given. Folders that are not runs are left out. */
export function listRuns(root: string, dataset?: string): readonly RunRecord[] {
  const folder = runsFolder(root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(isRunId)
    .flatMap((runId) => readRecord(root, runId) ?? [])
    .filter((record) => dataset === undefined || record.dataset === dataset)
    .sort(latestFirst);
}

function latestFirst(a: RunRecord, b: RunRecord): number {
  if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? 1 : -1;
  return a.runId < b.runId ? 1 : -1;
}
