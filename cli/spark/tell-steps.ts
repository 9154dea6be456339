import { buildPlan } from '../../core/plan/build-plan.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import type { SparkAction } from '../../engine/spark/submit-arguments.ts';
import type { OpenedProject } from '../project/open-project.ts';
import type { CommandContext } from '../terminal/context.ts';
import { askSpark } from './ask-spark.ts';

export interface SparkTask {
  readonly opened: OpenedProject;
  readonly dataset: string;
  /** The command's own name. */
  readonly command: string;
  readonly action: SparkAction;
}

/** Has Spark carry out a task on a dataset's tables and prints what was done. Throws UsageError with the reason when it was not. */
export async function tellSteps(
  { opened, dataset, command, action }: SparkTask,
  context: CommandContext,
): Promise<void> {
  const plan = buildPlan(opened.project, dataset);
  const asked = { opened, plan, command: `pistevo ${command} ${dataset}`, action };
  const { steps } = await askSpark(asked, context);
  for (const step of steps) context.print(visibleText(step));
  if (steps.length === 0) context.note(`There was nothing to do for \`${dataset}\`; nothing was changed.`);
}
