import { noCounts } from '../../core/contracts/no-counts.ts';
import type { Plan } from '../../core/contracts/plan.ts';
import type { RunOutcome } from '../runs/run-outcome.ts';
import { type DriveRequest, driveSpark } from './drive-spark.ts';
import { readOutcome } from './read-outcome.ts';
import { keptOutcome } from './run-record.ts';

export interface SparkRunRequest extends DriveRequest {
  /** The project's root, absolute. */
  readonly root: string;
  readonly plan: Plan;
}

/**
 * Has the Spark at hand carry out the plan of a published release. What happens between `run-started` and `run-ended` is told
 * through `request.emit`. Never throws for a failure that a user can meet: that is the outcome's `reason`.
 */
export async function runOnSpark(request: SparkRunRequest): Promise<RunOutcome> {
  const { root, plan, runId, spark } = request;
  let ending: string;
  try {
    const driven = await driveSpark(request);
    const told = driven.outcome === null ? null : readOutcome(driven.outcome);
    if (told !== null) return told;
    ending = driven.ending;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return failed(
      'spark_not_started',
      `\`${spark.submit}\` cannot be started (${code}); mend it, then run again.`,
    );
  }
  const kept = await keptOutcome(root, plan, runId);
  if (kept !== null) return kept;
  return failed(
    'spark_ended',
    `Spark ended (${ending}) without saying how the run went; look into \`.pistevo/runs/${runId}/logs/\`, then run \`pistevo run ${plan.dataset} --engine spark\` again: what was not committed is undone, what was is finished.`,
  );
}

function failed(code: string, reason: string): RunOutcome {
  return { status: 'failed', exitCode: 4, code, reason, counts: noCounts, places: {} };
}
