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
  const engine = engineOf(options.engine);
  if (engine === 'spark' && options.dryRun === true) {
    throw new UsageError(
      'A dry run looks at a sample on this machine; leave `--engine spark` out, the rules are the same on every engine.',
    );
  }
  const opened = await openProject(options, context);
  const datasets = chooseDatasets(opened.project, names, options.all === true);
  return runDatasets(
    {
      opened,
      datasets,
      engine,
      isDryRun: options.dryRun === true,
      sampleRecords: options.rows ?? 10_000,
      isJson: options.json === true,
      listensToStdin: options.control === 'stdin',
      parallel: options.maxParallel ?? null,
      command: `pistevo run ${options.all === true ? '--all' : datasets.join(' ')}${engine === 'spark' ? ' --engine spark' : ''}`,
    },
    context,
  );
}

/** The engine that an option names, the local one when it is left out. Throws UsageError for one that this version does not have. */
export function engineOf(engine: string | undefined): 'local' | 'spark' {
  if (engine === undefined || engine === 'local') return 'local';
  if (engine === 'spark') return 'spark';
  throw new UsageError(
    `The \`${engine}\` engine comes with a later version; run with \`--engine spark\` where Spark is, or with \`--engine local\`.`,
  );
}
