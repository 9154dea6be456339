import { join } from 'node:path';
import type { Plan } from '../../core/contracts/plan.ts';
import type { OpenRun } from '../../engine/runs/open-run.ts';
import type { ReprocessSelection } from '../../engine/runs/reprocess-selection.ts';
import type { RunOutcome } from '../../engine/runs/run-outcome.ts';
import { environmentOfRun } from '../../engine/spark/environment-of-run.ts';
import { runOnSpark } from '../../engine/spark/run-on-spark.ts';
import type { CommandContext } from '../terminal/context.ts';
import type { PreparedSpark } from './prepare-spark.ts';

export interface SparkRun {
  readonly prepared: PreparedSpark;
  /** The project's root, absolute. */
  readonly root: string;
  readonly plan: Plan;
  readonly run: OpenRun;
  /** What started it, for the holder of a lock. */
  readonly command: string;
  readonly signal: AbortSignal;
  readonly reprocess: ReprocessSelection | undefined;
}

/** Has the Spark at hand carry out one plan of the prepared release. */
export async function carryOutOnSpark(
  { prepared, root, plan, run, command, signal, reprocess }: SparkRun,
  context: CommandContext,
): Promise<RunOutcome> {
  if (prepared.mismatch !== null)
    run.emit({ kind: 'warning', code: 'spark-version', message: prepared.mismatch });
  const { environment } = context;
  return runOnSpark({
    ...prepared,
    root,
    plan,
    dataset: plan.dataset,
    runId: run.runId,
    command,
    action: { kind: 'run', ...(reprocess !== undefined && { reprocess }) },
    folder: driverFolder(root),
    // What is read again from the archive is of no known size.
    environment: reprocess === undefined ? await environmentOfRun({ root, plan, environment }) : environment,
    signal,
    emit: run.emit,
    log: run.log,
  });
}

/** Where drivers run: a metastore and tables that nothing else is configured for stay inside the project's own folder. */
export function driverFolder(root: string): string {
  return join(root, '.pistevo', 'spark');
}
