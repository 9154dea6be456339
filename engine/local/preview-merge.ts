import type { RunCounts } from '../../core/contracts/event.ts';
import { noCounts } from '../../core/contracts/no-counts.ts';
import { reconcile } from './counts.ts';
import type { Delivery } from './delivery.ts';
import { ownTable } from './local-names.ts';
import { execute, name, queryNumber } from './query.ts';
import { findPhysical, readTargetColumns } from './read-ledger.ts';
import type { ParameterValues, RunContext } from './run-context.ts';
import { type PhaseResult, runOperations } from './run-operations.ts';
import { readWarehouse } from './use-warehouse.ts';

/** What a merge would do, told by the plan's own queries with the target open for reading only. */
export async function previewMerge(
  context: RunContext,
  options: {
    readonly values: ParameterValues;
    readonly delivery: Delivery;
    readonly checked: PhaseResult['numbers'];
  },
): Promise<RunCounts> {
  const { delivery, checked, values } = options;
  const { scratch, access, parts, request } = context;
  const merge = async (rowsBefore: number) => {
    const hasRows = rowsBefore > 0;
    const { numbers } = await runOperations(context, { phase: 'merge', hasRows, values });
    return { numbers, rowsBefore };
  };
  const { numbers: merged, rowsBefore } =
    (await readWarehouse(scratch.main, access, async () => merge(await viewTarget(context)))) ??
    (await merge(0));
  const isReplaced = parts.swap.load === 'replace' || request.reprocess?.isRebuild === true;
  const counts: RunCounts = {
    ...noCounts,
    ...merged,
    files: delivery.files.length,
    bytes: delivery.bytes,
    records: delivery.records,
    malformed: delivery.malformed,
    accepted: delivery.records - delivery.malformed,
    quarantined: checked['quarantined'] ?? 0,
    superseded: checked['superseded'] ?? 0,
    targetRows: (isReplaced ? 0 : rowsBefore) + (merged['inserted'] ?? 0) - (merged['deleted'] ?? 0),
  };
  reconcile(counts, { rows: delivery.staged, seen: checked['accepted'] ?? 0 });
  return counts;
}

/** Defines `_target` over the attached warehouse; answers how many rows it holds. A column that is new reads as NULL. */
async function viewTarget({ plan, scratch }: RunContext): Promise<number> {
  const { main } = scratch;
  const physical = await findPhysical(main, plan.dataset);
  if (physical === null) return 0;
  const there = new Set((await readTargetColumns(main, plan.dataset)).map((column) => column.name));
  const items = plan.columns.map((column) =>
    there.has(column.name) ? name(column.name) : `NULL AS ${name(column.name)}`,
  );
  await execute(
    main,
    `CREATE OR REPLACE TEMP VIEW _target AS SELECT ${items.join(', ')}, rowid AS _rowid FROM ${ownTable(physical)}`,
  );
  return queryNumber(main, `SELECT count(*) FROM ${ownTable(physical)}`);
}
