import { readPlan } from '../runs/read-plan.ts';
import type { Run } from '../runs/run.ts';

/** Columns that the last committed run of a dataset masked; `runs` begin with the latest. */
export async function maskedColumns(
  runs: readonly Run[],
  folder: string,
  dataset: string,
): Promise<readonly string[]> {
  const last = runs.find(
    ({ root, record }) =>
      root === folder && record.dataset === dataset && record.status === 'succeeded' && !record.isDryRun,
  );
  const plan = last === undefined ? null : await readPlan(folder, last.record.runId);
  return (plan?.columns ?? []).filter(({ mask }) => mask !== undefined).map(({ name }) => name);
}
