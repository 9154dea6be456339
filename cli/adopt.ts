import { chooseDataset } from './project/choose-datasets.ts';
import { openProject, type ProjectOptions } from './project/open-project.ts';
import { requireSound } from './project/require-sound.ts';
import { tellSteps } from './spark/tell-steps.ts';
import type { CommandContext } from './terminal/context.ts';

/** `pistevo adopt <dataset>`: takes over a Hive table that an older script made. */
export async function adopt(
  names: readonly string[],
  options: ProjectOptions,
  context: CommandContext,
): Promise<number> {
  const opened = await openProject(options, context);
  const dataset = chooseDataset(opened.project, names[0] ?? '');
  requireSound(opened, [dataset], context);
  await tellSteps({ opened, dataset, command: 'adopt', action: { kind: 'adopt' } }, context);
  return 0;
}
