import { buildPlan } from '../core/plan/build-plan.ts';
import { visibleText } from '../core/report/visible-text.ts';
import { migrate as changeTable } from '../engine/local/migrate.ts';
import { askLocal } from './project/ask-local.ts';
import { chooseDataset } from './project/choose-datasets.ts';
import { openProject, type ProjectOptions } from './project/open-project.ts';
import { requireSound } from './project/require-sound.ts';
import { engineOf } from './run.ts';
import { tellSteps } from './spark/tell-steps.ts';
import type { CommandContext } from './terminal/context.ts';

export interface MigrateOptions extends ProjectOptions {
  readonly engine?: string;
}

/** `pistevo migrate <dataset>`: gives the target the shape of the schema file. */
export async function migrate(
  names: readonly string[],
  options: MigrateOptions,
  context: CommandContext,
): Promise<number> {
  const opened = await openProject(options, context);
  const dataset = chooseDataset(opened.project, names[0] ?? '');
  requireSound(opened, [dataset], context);
  if (engineOf(options.engine) === 'spark') {
    await tellSteps({ opened, dataset, command: 'migrate', action: { kind: 'migrate' } }, context);
    return 0;
  }
  const plan = buildPlan(opened.project, dataset);
  const asked = { opened, dataset, command: `pistevo migrate ${dataset}` };
  const { steps } = await askLocal(asked, context, (request) => changeTable({ ...request, plan }));
  for (const step of steps) context.print(visibleText(step));
  if (steps.length === 0)
    context.note(`\`${dataset}\` has the shape of the schema already; nothing was changed.`);
  return 0;
}
