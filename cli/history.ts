import { formatCount, formatDuration } from '../core/report/amounts.ts';
import { visibleJson } from '../core/report/visible-text.ts';
import { listRuns } from '../engine/runs/list-runs.ts';
import type { RunRecord } from '../engine/runs/run-record.ts';
import { sweepRuns } from '../engine/runs/sweep-runs.ts';
import { datasetOfRuns } from './project/dataset-of-runs.ts';
import { type ProjectOptions, projectRoot } from './project/open-project.ts';
import type { CommandContext } from './terminal/context.ts';
import { printTable } from './terminal/print-table.ts';
import { UsageError } from './terminal/usage-error.ts';

export interface HistoryOptions extends ProjectOptions {
  readonly limit?: number;
  readonly json?: boolean;
}

/** `pistevo history [dataset]`: past runs, the latest first. */
export async function history(
  names: readonly string[],
  options: HistoryOptions,
  context: CommandContext,
): Promise<number> {
  const root = projectRoot(options.project, context);
  await sweepRuns(root, context.now());
  const [wanted] = names;
  const dataset = wanted === undefined ? undefined : await datasetOfRuns(root, wanted, { options, context });
  const runs = listRuns(root, dataset);
  const shown = runs.slice(0, options.limit ?? 20);
  if (options.json === true) {
    context.print(visibleJson(shown, 2));
    return 0;
  }
  if (shown.length === 0) {
    if (dataset !== undefined && listRuns(root).length > 0) {
      throw new UsageError(
        `No run of \`${dataset}\` is kept here; \`pistevo history\` lists the runs of every dataset.`,
      );
    }
    context.print('No run is kept here yet; `pistevo run --all` makes the first one.');
    return 0;
  }
  const heads = [
    'run',
    'dataset',
    'status',
    'started (UTC)',
    'took',
    'records',
    'inserted',
    'updated',
    'kept out',
    'target rows',
  ];
  context.print(printTable(heads, shown.map(rowOf), { numeric: [4, 5, 6, 7, 8, 9], paint: context.paint }));
  if (runs.length > shown.length)
    context.note(
      `${runs.length - shown.length} older runs are left out; \`--limit ${runs.length}\` shows them.`,
    );
  return 0;
}

function rowOf(run: RunRecord): readonly string[] {
  const { counts } = run;
  const took =
    run.endedAt === null ? '' : formatDuration(Date.parse(run.endedAt) - Date.parse(run.startedAt));
  const numbers =
    counts === null
      ? ['', '', '', '', '']
      : [
          counts.records,
          counts.inserted,
          counts.updated,
          counts.quarantined + counts.malformed,
          counts.targetRows,
        ].map(formatCount);
  const status = `${run.status.replace('_', ' ')}${run.isDryRun ? ' (dry run)' : ''}`;
  return [run.runId, run.dataset, status, run.startedAt.slice(0, 19).replace('T', ' '), took, ...numbers];
}
