import { findRun } from '../engine/runs/find-run.ts';
import type { ReprocessSelection } from '../engine/runs/reprocess-selection.ts';
import { chooseDataset } from './project/choose-datasets.ts';
import { openProject } from './project/open-project.ts';
import { runDatasets } from './run/run-datasets.ts';
import { engineOf, type RunOptions } from './run.ts';
import type { CommandContext } from './terminal/context.ts';
import { UsageError } from './terminal/usage-error.ts';

export interface ReprocessOptions extends Omit<RunOptions, 'all' | 'rows' | 'dryRun'> {
  readonly run?: string;
  readonly file?: string;
  readonly quarantined?: boolean;
  readonly since?: string;
  readonly rebuild?: boolean;
}

/** `pistevo reprocess <dataset>`: reads archived originals again, as a new run. */
export async function reprocess(
  names: readonly string[],
  options: ReprocessOptions,
  context: CommandContext,
): Promise<number> {
  const engine = engineOf(options.engine);
  const asked = selectionOf(options);
  const opened = await openProject(options, context);
  const select =
    asked.kind === 'run' ? { kind: 'run' as const, runId: wholeId(opened.root, asked.runId) } : asked;
  const dataset = chooseDataset(opened.project, names[0] ?? '');
  return runDatasets(
    {
      opened,
      datasets: [dataset],
      engine,
      isDryRun: false,
      sampleRecords: 0,
      isJson: options.json === true,
      listensToStdin: options.control === 'stdin',
      parallel: 1,
      command: `pistevo reprocess ${dataset}`,
      reprocess: { select, isRebuild: options.rebuild === true },
    },
    context,
  );
}

/** Which originals are meant. Throws UsageError when the options name none, or several ways at once. */
function selectionOf(options: ReprocessOptions): ReprocessSelection['select'] {
  const chosen: ReprocessSelection['select'][] = [
    ...(options.run === undefined ? [] : [{ kind: 'run', runId: options.run } as const]),
    ...(options.file === undefined ? [] : [{ kind: 'file', file: options.file } as const]),
    ...(options.quarantined === true ? [{ kind: 'quarantined' } as const] : []),
    ...(options.since === undefined ? [] : [{ kind: 'since', at: momentOf(options.since) } as const]),
  ];
  const [only, ...others] = chosen;
  if (others.length > 0)
    throw new UsageError('Choose one of `--run`, `--file`, `--quarantined` and `--since`.');
  if (only !== undefined && options.rebuild === true) {
    throw new UsageError(
      '`--rebuild` reads every original, so leave `--run`, `--file`, `--quarantined` and `--since` out.',
    );
  }
  if (only !== undefined) return only;
  if (options.rebuild === true) return { kind: 'all' };
  throw new UsageError(
    'Say which originals are read again: `--run <id>`, `--file <file>`, `--quarantined`, `--since <date>`, or all of them into an emptied target with `--rebuild`.',
  );
}

/** A part of an id stands for its run; the archive may know runs whose folder is gone, so anything else goes through. */
function wholeId(root: string, wanted: string): string {
  const found = findRun(root, wanted);
  return found.kind === 'found' ? found.record.runId : wanted;
}

/** A day or a time, in UTC unless it says otherwise. */
function momentOf(text: string): Date {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?)?$/.exec(
    text,
  );
  const [, day, time = '00:00', zone = 'Z'] = match ?? [];
  const at = new Date(day === undefined ? Number.NaN : `${day}T${time}${zone}`);
  if (
    Number.isNaN(at.getTime()) ||
    (day !== undefined && zone === 'Z' && !at.toISOString().startsWith(day))
  ) {
    throw new UsageError(`\`--since ${text}\` is not a day; write it as 2026-11-22 or 2026-11-22T23:54.`);
  }
  return at;
}
