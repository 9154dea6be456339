import type { RunStatus } from '../core/contracts/event.ts';
import type { Report } from '../core/contracts/report.ts';
import { reportPage } from '../core/report/html/report-page.ts';
import type { PastRun } from '../core/report/html/trend-chart.ts';
import { reportText } from '../core/report/report-text.ts';
import { visibleJson } from '../core/report/visible-text.ts';
import { findRun } from '../engine/runs/find-run.ts';
import { listRuns } from '../engine/runs/list-runs.ts';
import { readRun } from '../engine/runs/read-run.ts';
import type { RunRecord } from '../engine/runs/run-record.ts';
import { sweepRuns } from '../engine/runs/sweep-runs.ts';
import { type Asking, datasetOfRuns } from './project/dataset-of-runs.ts';
import { type ProjectOptions, projectRoot } from './project/open-project.ts';
import { reportOf } from './report/report-of.ts';
import type { CommandContext } from './terminal/context.ts';
import { UsageError } from './terminal/usage-error.ts';
import { writeAnswer } from './terminal/write-answer.ts';

export interface ReportOptions extends ProjectOptions {
  readonly format?: string;
  readonly output?: string;
}

/** `pistevo report [run]`: a run's report, drawn from its folder alone. */
export async function report(
  names: readonly string[],
  options: ReportOptions,
  context: CommandContext,
): Promise<number> {
  const root = projectRoot(options.project, context);
  await sweepRuns(root, context.now());
  const record = await chooseRun(root, names[0] ?? 'latest', { options, context });
  await writeAnswer(draw(storedReport(root, record), root, options, context), options.output, context);
  return 0;
}

async function chooseRun(root: string, wanted: string, asking: Asking): Promise<RunRecord> {
  const direct = findRun(root, wanted);
  const found = direct.kind === 'none' ? findRun(root, await datasetOfRuns(root, wanted, asking)) : direct;
  if (found.kind === 'found') return found.record;
  if (found.kind === 'several') {
    const some = found.runIds.slice(0, 5).join(', ');
    throw new UsageError(
      `\`${wanted}\` fits ${found.runIds.length} runs (${some}${found.runIds.length > 5 ? ', …' : ''}); write more of the id.`,
    );
  }
  if (found.runs === 0)
    throw new UsageError('No run is kept here yet; `pistevo run --all` makes the first one.');
  throw new UsageError(
    `There is no run \`${wanted}\`; \`pistevo history\` lists the runs, and \`latest\` means the last one.`,
  );
}

/** A run that still goes on is reported as far as it is. */
function storedReport(root: string, record: RunRecord): Report {
  const stored = readRun(root, record.runId);
  if (stored?.plan == null || stored.events.length === 0) {
    throw new UsageError(
      `Run \`${record.runId}\` ended before it wrote anything to report; run \`${record.dataset}\` again.`,
    );
  }
  const { status, exitCode, reason, code, originLines, places } = stored.record;
  const ended: { status: RunStatus; exitCode: number; reason?: string; code?: string } =
    status === 'running'
      ? { status: 'failed', exitCode: 4, code: 'running', reason: 'The run is still going on.' }
      : {
          status,
          exitCode: exitCode ?? 4,
          ...(reason !== undefined && { reason }),
          ...(code !== undefined && { code }),
        };
  return reportOf(stored.plan, stored.events, { originLines, places, ended });
}

function draw(drawn: Report, root: string, options: ReportOptions, context: CommandContext): string {
  if (options.format === 'json') return visibleJson(drawn, 2);
  if (options.format === 'html') return reportPage(drawn, pastRuns(root, drawn));
  return options.output === undefined ? reportText(drawn, context.paint) : reportText(drawn);
}

/** Runs of the dataset up to this one, the oldest first. */
function pastRuns(root: string, drawn: Report): readonly PastRun[] {
  return listRuns(root, drawn.dataset)
    .toReversed()
    .flatMap(({ runId, startedAt, status, counts, isDryRun }) =>
      status === 'running' || counts === null || isDryRun || startedAt > drawn.startedAt
        ? []
        : [{ runId, startedAt, status, counts }],
    );
}
