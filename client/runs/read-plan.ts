import { readFile } from 'node:fs/promises';
import type { Plan } from '../../core/contracts/plan.ts';
import { runPaths } from './run-paths.ts';

/** What a run carried out, word for word; null when it stopped before that was written, or is of another version. */
export async function readPlan(root: string, runId: string): Promise<Plan | null> {
  try {
    const plan = JSON.parse(await readFile(runPaths(root, runId).plan, 'utf8')) as Partial<Plan> | null;
    return plan?.v === 1 && Array.isArray(plan.rules) ? (plan as Plan) : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
