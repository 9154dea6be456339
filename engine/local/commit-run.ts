import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { NewEvent, RunCounts } from '../../core/contracts/event.ts';
import { noCounts } from '../../core/contracts/no-counts.ts';
import type { PlanColumn } from '../../core/contracts/plan.ts';
import { applyChanges } from './apply-changes.ts';
import { reconcile } from './counts.ts';
import type { Delivery } from './delivery.ts';
import { forgetOldStages } from './forget-old-stages.ts';
import { ownTable } from './local-names.ts';
import { type PreparedTarget, prepareTarget } from './prepare-target.ts';
import { execute, queryNumber } from './query.ts';
import { resolveQuarantine } from './resolve-quarantine.ts';
import type { ParameterValues, RunContext } from './run-context.ts';
import { type PhaseResult, ruleOf, runOperations } from './run-operations.ts';
import { RunStop, stopIfAborted } from './run-stop.ts';
import type { StageClock } from './stage-clock.ts';
import { inTransaction } from './transaction.ts';
import { writeWarehouse } from './use-warehouse.ts';
import { syncPath } from './warehouse.ts';
import { forgetOldUndo, nextCommitNo, writeLedger } from './write-ledger.ts';
import { writeQuarantine } from './write-quarantine.ts';
import { writeViews } from './write-views.ts';

export interface CommitOptions {
  readonly values: ParameterValues;
  readonly delivery: Delivery;
  /** Numbers of the check phase. */
  readonly checked: PhaseResult['numbers'];
  /** Columns that the target does not have yet. */
  readonly added: readonly PlanColumn[];
  readonly clock: StageClock;
  /** Called just before COMMIT: from here on the run cannot be cancelled. */
  readonly onPointOfNoReturn: () => void;
}

export interface CommittedRun {
  readonly counts: RunCounts;
  /** Runs whose staged files are kept. */
  readonly stagedRuns: readonly string[];
}

/** Merges and commits: target, quarantine, ledger and undo rows in one transaction, under the project's commit lock. */
export async function commitRun(context: RunContext, options: CommitOptions): Promise<CommittedRun> {
  const { main } = context.scratch;
  return writeWarehouse(main, context.access, async () => {
    const committed = await inTransaction(main, () => mergeAll(context, options));
    context.request.emit({ kind: 'committed', counts: committed.counts });
    options.clock.end(committed.counts.accepted);
    // Done without: the log holds the commit, and the next opening plays it in.
    await execute(main, 'CHECKPOINT w').catch((error: unknown) => {
      context.request.emit({
        kind: 'warning',
        code: 'checkpoint_failed',
        message: `The commit is safe, but its log could not be folded into \`${context.paths.warehouse}\` (${String(error).split('\n', 1)[0]}); the next run does it.`,
      });
    });
    return committed;
  });
}

async function mergeAll(context: RunContext, options: CommitOptions): Promise<CommittedRun> {
  const { plan, parts, request } = context;
  const { main } = context.scratch;
  const { values, delivery, clock } = options;
  clock.start('merge');
  const commitNo = await nextCommitNo(main);
  const isReplaced = parts.swap.load === 'replace' || request.reprocess?.isRebuild === true;
  const target = await prepareTarget(main, plan, { commitNo, isReplaced, added: options.added });
  // A table that is made anew meets no row: it is a first load.
  const phase = { values, hasRows: target.hasRows && !isReplaced };
  await viewOf(context, '_target', target.next);
  const merged = await runOperations(context, { ...phase, phase: 'merge' });
  const keepsUndo = (request.undoCommits ?? defaultUndoCommits) > 0;
  const undo = await applyChanges(main, plan, { target, commitNo, isReplaced, keepsUndo });
  await viewOf(context, '_result', target.next);
  const counts = await countRun(context, { ...options, target, merged });
  reconcile(counts, { rows: delivery.staged, seen: options.checked['accepted'] ?? 0 });
  tellTableRules(context, await runOperations(context, { ...phase, phase: 'verify' }));
  refuseEmptyReplacement(context, counts);
  clock.end(counts.inserted + counts.updated + counts.deleted);

  clock.start('commit');
  await resolveQuarantine(main, plan, { runId: request.runId, files: delivery.files });
  await writeQuarantine(main, plan, { runId: request.runId, ts: values.ts });
  const folder = join(context.paths.stage, request.runId);
  await writeLedger(main, plan, {
    runId: request.runId,
    commitNo,
    ts: values.ts,
    now: request.now(),
    load: parts.swap.load,
    counts,
    physical: target.next,
    beforePhysical: target.current === target.next ? null : target.current,
    undo,
    canUndo: keepsUndo,
    files: delivery.files,
    staged: {
      shape: parts.stage.shape,
      folder: `${plan.schema}_stage/${plan.dataset}/${request.runId}`,
      parts: delivery.parts,
    },
  });
  await forgetOldUndo(main, plan.dataset, request.undoCommits ?? defaultUndoCommits);
  if (!keepsUndo && target.current !== null && target.current !== target.next) {
    await execute(main, `DROP TABLE ${ownTable(target.current)}`);
  }
  // A folder that the ledger does not know is removed by the next run; a ledger that names what is not there would be worse.
  await rename(delivery.folder, folder);
  try {
    await syncPath(dirname(folder));
    const days = parts.stage.retentionDays;
    const stagedRuns = await forgetOldStages(main, plan.dataset, { days, now: request.now() });
    await writeViews(main, plan.dataset, context.paths.target);
    await delivery.assertUnchanged();
    stopIfAborted(request.signal);
    options.onPointOfNoReturn();
    return { counts, stagedRuns };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

const defaultUndoCommits = 5;

async function viewOf(context: RunContext, view: string, table: string): Promise<void> {
  const columns = context.plan.columns.map((column) => `"${column.name.replaceAll('"', '""')}"`).join(', ');
  const rowid = view === '_target' ? ', rowid AS _rowid' : '';
  await execute(
    context.scratch.main,
    `CREATE OR REPLACE TEMP VIEW ${view} AS SELECT ${columns}${rowid} FROM ${ownTable(table)}`,
  );
}

async function countRun(
  context: RunContext,
  options: CommitOptions & { readonly target: PreparedTarget; readonly merged: PhaseResult },
): Promise<RunCounts> {
  const { delivery, checked, merged } = options;
  return {
    ...noCounts,
    ...merged.numbers,
    files: delivery.files.filter((file) => file.state === 'new' || file.state === 'reprocessed').length,
    bytes: delivery.bytes,
    records: delivery.records,
    malformed: delivery.malformed,
    accepted: delivery.records - delivery.malformed,
    quarantined: checked['quarantined'] ?? 0,
    superseded: checked['superseded'] ?? 0,
    targetRows: await queryNumber(
      context.scratch.main,
      `SELECT count(*) FROM ${ownTable(options.target.next)}`,
    ),
  };
}

function tellTableRules(context: RunContext, result: PhaseResult): void {
  const emit: (event: NewEvent) => void = context.request.emit;
  for (const [id, failing] of result.failing) {
    emit({ kind: 'rule-result', rule: id, severity: ruleOf(context, id).severity, failing, samples: [] });
  }
  for (const [id, failing] of result.failing) {
    const rule = ruleOf(context, id);
    if (failing === 0 || rule.severity === 'warn') continue;
    throw new RunStop(
      'rejected',
      'table_rule',
      `The table would break \`${id}\` (${rule.message}) in ${failing} ${failing === 1 ? 'row' : 'rows'}; mend the delivery, or change the rule (${rule.origin.path}).`,
    );
  }
}

function refuseEmptyReplacement(context: RunContext, counts: RunCounts): void {
  const { load, allowEmpty } = context.parts.swap;
  if (load !== 'replace' || allowEmpty || counts.targetRows > 0) return;
  throw new RunStop(
    'rejected',
    'empty_replacement',
    `The delivery would leave \`${context.plan.schema}.${context.plan.dataset}\` without a row; deliver rows, or set \`allow_empty: true\`.`,
  );
}
