import { chooseDatasets } from './project/choose-datasets.ts';
import { openProject, type ProjectOptions } from './project/open-project.ts';
import { runDatasets } from './run/run-datasets.ts';
import type { CommandContext } from './terminal/context.ts';
import { UsageError } from './terminal/usage-error.ts';

export interface RunOptions extends ProjectOptions {
  readonly all?: boolean;
  readonly engine?: string;
  readonly dryRun?: boolean;
  readonly rows?: number;
  readonly json?: boolean;
  readonly control?: string;
  readonly maxParallel?: number;
}

/** `pistevo run <dataset…|--all>`: ingests what was delivered. */
export async function run(
  names: readonly string[],
  options: RunOptions,
  context: CommandContext,
): Promise<number> {
  requireLocal(options.engine);
  const opened = await openProject(options, context);
  const datasets = chooseDatasets(opened.project, names, options.all === true);
  return runDatasets(
    {
      opened,
      datasets,
      isDryRun: options.dryRun === true,
      sampleRecords: options.rows ?? 10_000,
      isJson: options.json === true,
      listensToStdin: options.control === 'stdin',
      parallel: options.maxParallel ?? null,
      command: `pistevo run ${options.all === true ? '--all' : datasets.join(' ')}`,
    },
    context,
  );
}

/** Throws UsageError for an engine that this version does not have. */
export function requireLocal(engine: string | undefined): void {
  if (engine === undefined || engine === 'local') return;
  throw new UsageError(
    `The \`${engine}\` engine comes with a later version; run with \`--engine local\`, on this machine.`,
  );
}
