import type { RunCounts } from '../../core/contracts/event.ts';
import { noCounts, reconcile } from './counts.ts';
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
  const merge = async (hasRows: boolean): Promise<PhaseResult['numbers']> =>
    (await runOperations(context, { phase: 'merge', hasRows, values })).numbers;
  const merged =
    (await readWarehouse(context.scratch.main, context.access, async () =>
      merge(await viewTarget(context)),
    )) ?? (await merge(false));
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
  };
  reconcile(counts, { rows: delivery.staged, seen: checked['accepted'] ?? 0 });
  return counts;
}

/** Defines `_target` over the attached warehouse; answers whether it holds rows. A column that is new reads as NULL. */
async function viewTarget({ plan, scratch }: RunContext): Promise<boolean> {
  const { main } = scratch;
  const physical = await findPhysical(main, plan.dataset);
  if (physical === null) return false;
  const there = new Set((await readTargetColumns(main, plan.dataset)).map((column) => column.name));
  const items = plan.columns.map((column) =>
    there.has(column.name) ? name(column.name) : `NULL AS ${name(column.name)}`,
  );
  await execute(
    main,
    `CREATE OR REPLACE TEMP VIEW _target AS SELECT ${items.join(', ')}, rowid AS _rowid FROM ${ownTable(physical)}`,
  );
  return (await queryNumber(main, `SELECT count(*) FROM ${ownTable(physical)}`)) > 0;
}
