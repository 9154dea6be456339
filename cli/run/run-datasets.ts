import { availableParallelism } from 'node:os';
import type { NewEvent, RunEvent } from '../../core/contracts/event.ts';
import type { Plan } from '../../core/contracts/plan.ts';
import type { Report } from '../../core/contracts/report.ts';
import { buildPlan } from '../../core/plan/build-plan.ts';
import { orderDatasets } from '../../core/plan/order-datasets.ts';
import { visibleJson } from '../../core/report/visible-text.ts';
import { type OpenRun, openRun } from '../../engine/runs/open-run.ts';
import type { ReprocessSelection } from '../../engine/runs/reprocess-selection.ts';
import { retainRuns } from '../../engine/runs/retain-runs.ts';
import { runInWaves } from '../../engine/runs/run-in-waves.ts';
import type { RunOutcome } from '../../engine/runs/run-outcome.ts';
import { sweepRuns } from '../../engine/runs/sweep-runs.ts';
import type { OpenedProject } from '../project/open-project.ts';
import { originLines } from '../project/origin-lines.ts';
import { requireSound } from '../project/require-sound.ts';
import { reportOf } from '../report/report-of.ts';
import { carryOutOnSpark } from '../spark/carry-out-on-spark.ts';
import { type PreparedSpark, prepareSpark } from '../spark/prepare-spark.ts';
import type { CommandContext } from '../terminal/context.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { openCancelSource } from './cancel-source.ts';
import { carryOut } from './carry-out.ts';
import type { Progress } from './progress.ts';
import { tellReports, worstExitCode } from './tell-reports.ts';

export interface RunDatasetsRequest {
  readonly opened: OpenedProject;
  readonly datasets: readonly string[];
  readonly engine: 'local' | 'spark';
  readonly isDryRun: boolean;
  /** Records of a dry run's sample, for each dataset. */
  readonly sampleRecords: number;
  readonly isJson: boolean;
  readonly listensToStdin: boolean;
  /** Datasets side by side; null: as many as this machine is good for. */
  readonly parallel: number | null;
  /** What started the run, for the holder of a lock. */
  readonly command: string;
  readonly reprocess?: ReprocessSelection;
}

const mostBars = 16;
/** Memory of the database engine for all datasets together, and the least that one can work with. */
const memoryBytes = 1024 ** 3;
const leastMemoryBytes = 256 * 1024 ** 2;
/** A shorter key could be found by trying. */
const leastKeyLength = 16;

/** Kept between datasets of one command. */
interface Session {
  readonly request: RunDatasetsRequest;
  readonly context: CommandContext;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly plans: ReadonlyMap<string, Plan>;
  readonly waves: readonly (readonly string[])[];
  readonly parallel: number;
  /** null: the local engine carries the plans out. */
  readonly spark: PreparedSpark | null;
}

/** Runs datasets in the order of their references, tells how they go and how they ended, and returns the exit code. */
export async function runDatasets(request: RunDatasetsRequest, context: CommandContext): Promise<number> {
  const { opened, datasets } = request;
  requireSound(opened, datasets, context);
  const plans = new Map(datasets.map((name) => [name, buildPlan(opened.project, name)] as const));
  requireMaskKey(plans, context);
  for (const swept of await sweepRuns(opened.root, context.now())) {
    context.note(`Run ${swept.runId} had not ended: ${swept.reason ?? swept.status}`);
  }
  const spark = request.engine === 'spark' ? await prepareSpark(opened, [...plans.values()], context) : null;
  const progress = await openProgress(request, context);
  const cancel = openCancelSource({
    listensToStdin: request.listensToStdin,
    onCancel: (why) => progress.say(`Cancelling (${why}); what was not committed is undone.`),
  });
  // A metastore that nothing is configured for serves one driver at a time, and one fills this machine.
  const parallel = request.parallel ?? (request.engine === 'spark' ? 1 : Math.min(4, availableParallelism()));
  const waves = orderDatasets(opened.project, datasets);
  const { signal } = cancel;
  const session: Session = { request, context, progress, signal, plans, waves, parallel, spark };
  const reports = await runAll(session).finally(() => {
    progress.close();
    cancel.close();
  });
  retainRuns(opened.root, opened.project.settings.retention.runsDays, context.now());
  if (!request.isJson) tellReports(reports, context);
  const codes = reports.map((report) => report.exitCode);
  // A dataset that was never started because of the cancel has no report.
  return worstExitCode(reports.length < datasets.length ? [...codes, 130] : codes);
}

async function runAll(session: Session): Promise<readonly Report[]> {
  const { signal, waves, parallel } = session;
  const results = await runInWaves(waves, (name, failedBefore) => runOne(session, name, failedBefore), {
    parallel,
    signal,
    isFailure: (report) => report.exitCode !== 0,
  });
  return results.map(({ result }) => result);
}

async function runOne(session: Session, name: string, failedBefore: ReadonlySet<string>): Promise<Report> {
  const { request, context, progress, plans } = session;
  const { root, project } = request.opened;
  const plan = plans.get(name) ?? buildPlan(project, name);
  const events: RunEvent[] = [];
  const lines = originLines(project, plan);
  const run = openRun({
    root,
    plan,
    engine: request.engine,
    isDryRun: request.isDryRun,
    originLines: lines,
    now: context.now,
    onEvent(event) {
      if (request.isJson) context.print(visibleJson(event));
      else progress.show(name, event);
      if (event.kind !== 'stage-progress' && event.kind !== 'log-advanced') events.push(event);
    },
  });
  for (const warning of failedParents(plan, failedBefore)) run.emit(warning);
  const outcome = await runPlan(session, plan, run);
  const { problem } = run.end(outcome);
  if (problem !== null)
    context.note(
      `warning: the run's record could not be written whole (${problem.message}); free some disk space.`,
    );
  return reportOf(plan, events, {
    originLines: lines,
    places: { ...outcome.places, run: `.pistevo/runs/${run.runId}/` },
    ended: outcome,
  });
}

function runPlan(session: Session, plan: Plan, run: OpenRun): Promise<RunOutcome> {
  const { request, context, signal, spark } = session;
  const { command, reprocess } = request;
  if (spark !== null) {
    const { root } = request.opened;
    return carryOutOnSpark({ prepared: spark, root, plan, run, command, signal, reprocess }, context);
  }
  const maskKey = context.environment['PISTEVO_MASK_KEY'];
  return carryOut(
    {
      plan,
      root: request.opened.root,
      runId: run.runId,
      command,
      now: context.now,
      signal,
      emit: run.emit,
      undoCommits: request.opened.project.settings.retention.undoCommits,
      memoryBytes: memoryFor(session, plan.dataset),
      ...(maskKey !== undefined && { maskKey }),
      ...(request.isDryRun && { dryRun: { maxRecords: request.sampleRecords } }),
      ...(reprocess !== undefined && { reprocess }),
    },
    run.log,
  );
}

/** Datasets that run side by side share what one alone would get. */
function memoryFor({ waves, parallel }: Session, dataset: string): number {
  const wave = waves.find((names) => names.includes(dataset)) ?? [dataset];
  return Math.max(leastMemoryBytes, Math.floor(memoryBytes / Math.min(parallel, wave.length)));
}

/** Children go on against the parent's last commit: their orphans are quarantined, and retried once the parent is in. */
function failedParents(plan: Plan, failedBefore: ReadonlySet<string>): readonly NewEvent[] {
  const parents = [...new Set(plan.references.map(({ parent }) => parent))].filter((name) =>
    failedBefore.has(name),
  );
  return parents.map((parent) => ({
    kind: 'warning',
    code: 'parent-failed',
    message: `\`${parent}\` did not come through in this run, so references are checked against its last commit; run \`pistevo run ${parent} ${plan.dataset}\` once it is mended.`,
  }));
}

/** The key comes from the environment only: arguments are seen by every user of a machine. */
function requireMaskKey(plans: ReadonlyMap<string, Plan>, context: CommandContext): void {
  const key = context.environment['PISTEVO_MASK_KEY'] ?? '';
  if (key.length >= leastKeyLength) return;
  for (const { dataset, columns } of plans.values()) {
    const hashed = columns.find((column) => column.mask === 'hash');
    if (hashed === undefined) continue;
    const what = key === '' ? 'needs a secret key' : 'needs a longer key';
    throw new UsageError(
      `Column \`${hashed.name}\` of \`${dataset}\` is masked by hash, which ${what}; set it in the environment as PISTEVO_MASK_KEY (at least ${leastKeyLength} characters, the same for every run).`,
    );
  }
}

async function openProgress(request: RunDatasetsRequest, context: CommandContext): Promise<Progress> {
  if (request.isJson) return { show() {}, say: context.note, close() {} };
  // Bars that do not fit on a screen cannot be moved in place.
  if (!context.isLive || request.datasets.length > mostBars)
    return (await import('./progress-lines.ts')).progressLines(context.note);
  return (await import('./progress-bars.ts')).progressBars(request.datasets, context);
}
