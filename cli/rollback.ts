import { formatAmount } from '../core/report/amounts.ts';
import { visibleText } from '../core/report/visible-text.ts';
import { rollback as undoCommit } from '../engine/local/rollback.ts';
import { askLocal } from './project/ask-local.ts';
import { chooseDataset } from './project/choose-datasets.ts';
import { type OpenedProject, openProject, type ProjectOptions } from './project/open-project.ts';
import { requireSound } from './project/require-sound.ts';
import { engineOf } from './run.ts';
import { tellSteps } from './spark/tell-steps.ts';
import type { CommandContext } from './terminal/context.ts';

export interface RollbackOptions extends ProjectOptions {
  readonly commits?: number;
  readonly engine?: string;
}

/** `pistevo rollback <dataset>`: undoes the last commits, each in a transaction of its own. */
export async function rollback(
  names: readonly string[],
  options: RollbackOptions,
  context: CommandContext,
): Promise<number> {
  const opened = await openProject(options, context);
  const dataset = chooseDataset(opened.project, names[0] ?? '');
  if (engineOf(options.engine) === 'spark') return rollbackOnSpark(opened, dataset, { options, context });
  const asked = { opened, dataset, command: `pistevo rollback ${dataset}` };
  for (let left = options.commits ?? 1; left > 0; left -= 1) {
    const done = await askLocal(asked, context, (request) => undoCommit(request, context.now()));
    const rows = formatAmount(done.targetRows, 'row');
    context.print(`Undid run ${done.runId}: \`${dataset}\` has ${rows} now.`);
    if (done.files.length > 0) {
      const files = visibleText(done.files.slice(0, 5).join(', ')) + (done.files.length > 5 ? ', …' : '');
      const again = `\`pistevo reprocess ${dataset} --run ${done.runId}\` reads them again`;
      context.note(`Its originals (${files}) are still in the archive; ${again}.`);
    }
  }
  return 0;
}

async function rollbackOnSpark(
  opened: OpenedProject,
  dataset: string,
  { options, context }: { readonly options: RollbackOptions; readonly context: CommandContext },
): Promise<number> {
  requireSound(opened, [dataset], context);
  const commits = options.commits ?? 1;
  await tellSteps({ opened, dataset, command: 'rollback', action: { kind: 'rollback', commits } }, context);
  return 0;
}
