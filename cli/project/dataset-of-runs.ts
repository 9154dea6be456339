import { resolveDataset } from '../../core/plan/resolve-dataset.ts';
import { readProject } from '../../engine/project/read-project.ts';
import { listRuns } from '../../engine/runs/list-runs.ts';
import type { CommandContext } from '../terminal/context.ts';
import { type ProjectOptions, variablesOf } from './open-project.ts';

export interface Asking {
  readonly options: ProjectOptions;
  readonly context: CommandContext;
}

/**
 * The dataset whose past runs a name means: one that has runs, else the project's singular or plural twin; the name itself
 * where there is neither. Runs of a dataset that the project has no more can still be asked for.
 */
export async function datasetOfRuns(
  root: string,
  wanted: string,
  { options, context }: Asking,
): Promise<string> {
  if (listRuns(root, wanted).length > 0) return wanted;
  const read = await readProject(root, variablesOf(options, context));
  if (read.kind !== 'project') return wanted;
  const resolved = resolveDataset(read.project, wanted);
  return typeof resolved === 'string' ? resolved : wanted;
}
