import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../core/contracts/plan.ts';
import { resolveLocation } from '../files/resolve-location.ts';
import type { RunOutcome } from '../runs/run-outcome.ts';
import { readOutcome } from './read-outcome.ts';

/**
 * The outcome that the runtime kept beside the target, for when its words did not get here: `<target_path>/<dataset>__v/_runs/<run
 * id>.json`. Null when there is none, or the target is not on this machine.
 */
export async function keptOutcome(
  root: string,
  plan: Pick<Plan, 'targetPath' | 'dataset'>,
  runId: string,
): Promise<RunOutcome | null> {
  const target = await resolveLocation(root, plan.targetPath);
  if (target.kind !== 'local') return null;
  const file = join(target.path, `${plan.dataset}__v`, '_runs', `${runId}.json`);
  if (!existsSync(file)) return null;
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as { outcome?: unknown };
    return readOutcome(record.outcome);
  } catch (error) {
    // Written by a run that was cut off: as good as none.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
