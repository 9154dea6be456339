import { join } from 'node:path';
import type { Plan } from '../../core/contracts/plan.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { newRunId } from '../../engine/runs/run-id.ts';
import { openLogs } from '../../engine/runs/run-logs.ts';
import { driveSpark } from '../../engine/spark/drive-spark.ts';
import type { SparkAction } from '../../engine/spark/submit-arguments.ts';
import type { OpenedProject } from '../project/open-project.ts';
import { openCancelSource } from '../run/cancel-source.ts';
import type { CommandContext } from '../terminal/context.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { driverFolder } from './carry-out-on-spark.ts';
import { prepareSpark } from './prepare-spark.ts';

export interface AskSpark {
  readonly opened: OpenedProject;
  readonly plan: Plan;
  /** What holds a lock: `pistevo rollback claim --engine spark`. */
  readonly command: string;
  readonly action: SparkAction;
}

/** What was done, one sentence a step. */
export interface SparkAnswer {
  readonly steps: readonly string[];
}

/** Has Spark do something with a dataset's tables; a signal stops it. Throws UsageError with the reason when it was not done. */
export async function askSpark(asked: AskSpark, context: CommandContext): Promise<SparkAnswer> {
  const { opened, plan, command, action } = asked;
  const prepared = await prepareSpark(opened, [plan], context);
  if (prepared.mismatch !== null) context.note(`warning: ${prepared.mismatch}`);
  const runId = newRunId(plan.dataset, context.now());
  // No run of its own: what the driver said is kept with the drivers.
  const folder = join(driverFolder(opened.root), 'logs', runId);
  const logs = openLogs(folder, () => {}, performance.now.bind(performance));
  const cancel = openCancelSource({
    listensToStdin: false,
    onCancel: (why) => context.note(`Cancelling (${why}).`),
  });
  try {
    const { outcome, ending } = await driveSpark({
      ...prepared,
      dataset: plan.dataset,
      runId,
      command,
      action,
      folder: driverFolder(opened.root),
      environment: context.environment,
      signal: cancel.signal,
      emit(event) {
        if (event.kind === 'warning')
          context.note(`warning ${visibleText(event.code)}: ${visibleText(event.message)}`);
      },
      log: logs.log,
    });
    return answerOf(outcome, `Spark ended (${ending}) without an answer; look into \`${folder}\`.`);
  } finally {
    cancel.close();
    logs.close();
  }
}

function answerOf(outcome: Readonly<Record<string, unknown>> | null, silence: string): SparkAnswer {
  if (outcome === null) throw new UsageError(silence, { exitCode: 4 });
  const { exitCode, reason, steps } = outcome;
  if (exitCode !== 0) throw new UsageError(String(reason), { exitCode: Number(exitCode) || 4 });
  return { steps: Array.isArray(steps) ? steps.map(String) : [] };
}
