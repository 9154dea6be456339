import type { DuckDBConnection } from '@duckdb/node-api';
import { ownTable, quarantineTable } from './local-names.ts';
import { type LocalRequest, type Refusal, withSession } from './local-session.ts';
import { removeUnknownStages } from './orphan-stages.ts';
import { runColumn } from './prepare-target.ts';
import { execute, literal, query, queryNumber } from './query.ts';
import { RunStop } from './run-stop.ts';
import { inTransaction } from './transaction.ts';
import { writeWarehouse } from './use-warehouse.ts';
import { warehouseExists } from './warehouse.ts';
import { writeViews } from './write-views.ts';

export interface RolledBack {
  readonly kind: 'rolled-back';
  readonly runId: string;
  /** Rows in the target now. */
  readonly targetRows: number;
  /** Originals of the run: still in the archive, new again when they are delivered. */
  readonly files: readonly string[];
}

/**
 * Undoes the latest commit of a dataset: its rows go, those it replaced or deleted come back, its quarantine and ledger rows are
 * taken back, in one transaction. May be called again, as deep as undo rows are kept.
 */
export async function rollback(request: LocalRequest, now: Date): Promise<RolledBack | Refusal> {
  return withSession(
    request,
    { isChanging: true, doing: 'rolling back' },
    async ({ scratch, paths, access }) => {
      const { dataset } = request.plan;
      if (!(await warehouseExists(paths.warehouse))) throw nothing(dataset);
      const done = await writeWarehouse(scratch.main, access, () =>
        inTransaction(scratch.main, () =>
          undoLatest(scratch.main, { dataset, now, targetFolder: paths.target }),
        ),
      );
      await removeUnknownStages(paths.stage, done.stagedRuns);
      return { kind: 'rolled-back', runId: done.runId, targetRows: done.targetRows, files: done.files };
    },
  );
}

async function undoLatest(
  connection: DuckDBConnection,
  options: { readonly dataset: string; readonly now: Date; readonly targetFolder: string },
) {
  const { dataset } = options;
  const [run] = await query(
    connection,
    `SELECT run_id, commit_no, physical, before_physical, undo, can_undo FROM ${ownTable('runs')}
     WHERE dataset = $dataset AND rolled_back_at IS NULL ORDER BY commit_no DESC LIMIT 1`,
    { dataset },
  );
  if (run === undefined) throw nothing(dataset);
  const runId = run['run_id'] as string;
  if (run['can_undo'] !== true) {
    throw new RunStop(
      'failed',
      'cannot_undo',
      `Run \`${runId}\` of \`${dataset}\` cannot be undone any more: the rows it replaced are not kept that long, or the table was changed since. \`pistevo reprocess ${dataset} --rebuild\` makes the table anew from the archive.`,
    );
  }
  const before = run['before_physical'] as string | null;
  const physical = run['physical'] as string;
  if (before !== null) {
    await execute(connection, `DROP TABLE ${ownTable(physical)}`);
    await execute(
      connection,
      `UPDATE ${ownTable('targets')} SET physical = ${literal(before)} WHERE dataset = $dataset`,
      { dataset },
    );
  } else {
    await putBack(connection, {
      physical,
      commitNo: Number(run['commit_no']),
      undo: run['undo'] as string | null,
    });
  }
  const values = { dataset, run_id: runId };
  const files = await query(
    connection,
    `SELECT file FROM ${ownTable('deliveries')} WHERE dataset = $dataset AND run_id = $run_id ORDER BY file_no`,
    values,
  );
  await execute(
    connection,
    `UPDATE ${ownTable('deliveries')} SET state = 'rolled_back' WHERE dataset = $dataset AND run_id = $run_id`,
    values,
  );
  await execute(
    connection,
    `DELETE FROM ${ownTable('staging')} WHERE dataset = $dataset AND run_id = $run_id`,
    values,
  );
  await execute(connection, `DELETE FROM ${ownTable(quarantineTable(dataset))} WHERE run_id = $run_id`, {
    run_id: runId,
  });
  await execute(
    connection,
    `UPDATE ${ownTable(quarantineTable(dataset))} SET resolved_run = NULL WHERE resolved_run = $run_id`,
    { run_id: runId },
  );
  await execute(
    connection,
    `UPDATE ${ownTable('runs')} SET rolled_back_at = ${literal(options.now.toISOString())}::TIMESTAMP, can_undo = FALSE, undo = NULL WHERE dataset = $dataset AND run_id = $run_id`,
    values,
  );
  await writeViews(connection, dataset, options.targetFolder);
  const staged = await query(
    connection,
    `SELECT run_id FROM ${ownTable('staging')} WHERE dataset = $dataset`,
    { dataset },
  );
  return {
    runId,
    targetRows: await queryNumber(connection, `SELECT count(*) FROM ${ownTable(before ?? physical)}`),
    files: files.map((row) => row['file'] as string),
    stagedRuns: staged.map((row) => row['run_id'] as string),
  };
}

async function putBack(
  connection: DuckDBConnection,
  run: { readonly physical: string; readonly commitNo: number; readonly undo: string | null },
): Promise<void> {
  const table = ownTable(run.physical);
  await execute(connection, `DELETE FROM ${table} WHERE ${runColumn} = ${run.commitNo}`);
  if (run.undo === null) return;
  // By name: a column that was added since has no before-image.
  await execute(connection, `INSERT INTO ${table} BY NAME SELECT * FROM ${ownTable(run.undo)}`);
  await execute(connection, `DROP TABLE ${ownTable(run.undo)}`);
}

function nothing(dataset: string): RunStop {
  return new RunStop('failed', 'nothing_to_undo', `\`${dataset}\` has no commit to undo.`);
}
