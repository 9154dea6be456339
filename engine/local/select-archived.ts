import { lstat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { stampOf } from '../files/file-stamp.ts';
import { ioCode } from '../files/io-failure.ts';
import type { ReprocessSelection } from '../runs/reprocess-selection.ts';
import type { FoundDelivery } from './find-delivery.ts';
import { ownTable, quarantineTable } from './local-names.ts';
import { execute, query, type Row } from './query.ts';
import type { RunContext } from './run-context.ts';
import { RunStop } from './run-stop.ts';
import type { SourceFile } from './source-file.ts';
import { tellInput } from './tell-input.ts';
import { readWarehouse } from './use-warehouse.ts';

export interface ArchivedSelection {
  readonly found: FoundDelivery;
  /** Table (`_file_no`, `record`) of the only records that are wanted; null: all of them. */
  readonly onlyRecords: string | null;
  /** SHA-256 that each file must have, in the order of `found.files`. */
  readonly expected: readonly string[];
}

/**
 * Finds the archived originals that are to be read again, in the order in which they were committed.
 * @throws RunStop `failed` when the selection would add rows twice, or an original is not where the ledger says.
 */
export async function selectArchived(
  context: RunContext,
  selection: ReprocessSelection,
): Promise<ArchivedSelection> {
  const { parts, plan, request, scratch } = context;
  const { select, isRebuild } = selection;
  if (parts.swap.load === 'append' && !isRebuild && select.kind !== 'quarantined') {
    throw new RunStop(
      'failed',
      'would_duplicate',
      `\`${plan.dataset}\` is loaded by append, so reading a file again would add its rows twice; use \`--quarantined\`, or \`--rebuild\` to make the table anew from all originals.`,
    );
  }
  const rows =
    (await readWarehouse(scratch.main, context.access, () => readSelection(context, selection))) ?? [];
  const found = await Promise.all(rows.map((row) => locate(context, row)));
  for (const file of found)
    tellInput(
      request.emit,
      { path: file.file, stamp: file.stamp },
      'new',
      'It is read again from the archive.',
    );
  if (select.kind === 'quarantined' && !isRebuild) await numberSelected(context, rows);
  return {
    found: { files: found, empty: [], leftovers: [], whyNone: tellNone(context, selection) },
    onlyRecords: select.kind === 'quarantined' && !isRebuild ? '_selected' : null,
    expected: rows.map((row) => row['sha256'] as string),
  };
}

async function readSelection(
  context: RunContext,
  { select, isRebuild }: ReprocessSelection,
): Promise<readonly Row[]> {
  const { plan, parts, scratch } = context;
  const dataset = plan.dataset;
  const quarantined = `SELECT run_id, file_name, record FROM ${ownTable(quarantineTable(dataset))} WHERE resolved_run IS NULL`;
  if (!isRebuild && select.kind === 'quarantined') {
    const [there] = await query(
      scratch.main,
      `SELECT physical FROM ${ownTable('targets')} WHERE dataset = $dataset`,
      { dataset },
    );
    if (there === undefined) return [];
    await execute(scratch.main, `CREATE TEMP TABLE _wanted AS ${quarantined}`);
  }
  // Of a table that is replaced only the latest delivery counts.
  const latest = `r.run_id = (SELECT run_id FROM ${ownTable('runs')} WHERE dataset = $dataset AND rolled_back_at IS NULL ORDER BY commit_no DESC LIMIT 1)`;
  const everything = parts.swap.load === 'replace' ? latest : 'r.rolled_back_at IS NULL';
  const conditions: Readonly<Record<typeof select.kind, string>> = {
    run: 'd.run_id = $wanted',
    file: 'd.file = $wanted AND r.rolled_back_at IS NULL',
    quarantined: '(d.run_id, d.file) IN (SELECT run_id, file_name FROM _wanted)',
    since: 'r.committed_at >= $wanted::TIMESTAMP AND r.rolled_back_at IS NULL',
    all: everything,
  };
  const condition = isRebuild ? everything : conditions[select.kind];
  const value = isRebuild ? null : textOf(select);
  return query(
    scratch.main,
    `SELECT archived_to, arg_min(file, commit_no) AS file, arg_min(sha256, commit_no) AS sha256, list(run_id) AS runs
     FROM (SELECT d.*, r.commit_no FROM ${ownTable('deliveries')} d JOIN ${ownTable('runs')} r ON r.run_id = d.run_id AND r.dataset = d.dataset
       WHERE d.dataset = $dataset AND d.state <> 'redelivered' AND ${condition})
     GROUP BY archived_to ORDER BY min(commit_no), min(file_no)`,
    { dataset, ...(value !== null && { wanted: value }) },
  );
}

function textOf(select: ReprocessSelection['select']): string | null {
  switch (select.kind) {
    case 'run':
      return select.runId;
    case 'file':
      return select.file;
    case 'since':
      return select.at.toISOString();
    default:
      return null;
  }
}

async function locate({ request }: RunContext, row: Row): Promise<SourceFile> {
  const place = row['archived_to'] as string;
  const path = isAbsolute(place) ? place : join(request.root, place);
  try {
    return { file: row['file'] as string, path, stamp: stampOf(await lstat(path, { bigint: true })) };
  } catch (error) {
    if (ioCode(error) === null) throw error;
    throw new RunStop(
      'failed',
      'original_missing',
      `The original of \`${row['file'] as string}\` is not in the archive at \`${place}\`; put it back, then run again.`,
    );
  }
}

/** Gives the wanted records the numbers that their files have in this run. */
async function numberSelected({ scratch }: RunContext, rows: readonly Row[]): Promise<void> {
  await execute(scratch.main, 'CREATE TEMP TABLE _selected (_file_no INTEGER, record BIGINT)');
  for (const [fileNo, row] of rows.entries()) {
    for (const runId of row['runs'] as readonly string[]) {
      await execute(
        scratch.main,
        `INSERT INTO _selected SELECT DISTINCT ${fileNo}, record FROM _wanted WHERE run_id = $run_id AND file_name = $file`,
        {
          run_id: runId,
          file: row['file'] as string,
        },
      );
    }
  }
}

function tellNone({ plan }: RunContext, { select }: ReprocessSelection): string {
  const what = {
    run: 'no file of that run',
    file: 'no committed file of that name',
    quarantined: 'no quarantined record that is not resolved',
    since: 'no run since then',
    all: 'no committed file',
  }[select.kind];
  return `The ledger of \`${plan.dataset}\` has ${what}; \`pistevo history ${plan.dataset}\` lists its runs.`;
}
