import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../../core/contracts/plan.ts';
import { changeTypes } from './change-types.ts';
import { compareColumns, type Evolution } from './check-evolution.ts';
import { compactWarehouse } from './compact-warehouse.ts';
import { ownTable, quarantineTable } from './local-names.ts';
import { type LocalRequest, type Refusal, withSession } from './local-session.ts';
import { removeUnknownStages } from './orphan-stages.ts';
import { execute, name } from './query.ts';
import { findPhysical, readTargetColumns } from './read-ledger.ts';
import { RunStop } from './run-stop.ts';
import { inTransaction } from './transaction.ts';
import { writeWarehouse } from './use-warehouse.ts';
import { warehouseExists } from './warehouse.ts';
import { forgetOldUndo, writeColumns } from './write-ledger.ts';
import { writeViews } from './write-views.ts';

export interface Migrated {
  readonly kind: 'migrated';
  /** What was done, a sentence each; none when the table has the schema's shape already. */
  readonly steps: readonly string[];
}

export type MigrateRequest = Omit<LocalRequest, 'plan'> & { readonly plan: Plan };

/**
 * Gives a target the shape of its plan: renames, drops and changes types of columns, adds new ones, and empties those that are masked
 * now, wherever they were kept. All or nothing; a type change that would lose a value is refused. What was committed before
 * can then no longer be undone by `rollback`.
 */
export async function migrate(request: MigrateRequest): Promise<Migrated | Refusal> {
  const { plan } = request;
  return withSession(
    request,
    { isChanging: true, doing: 'migrating the table' },
    async ({ scratch, paths, access }) => {
      if (!(await warehouseExists(paths.warehouse))) throw notIngested(plan);
      const { main } = scratch;
      const done = await writeWarehouse(main, access, () =>
        inTransaction(main, () => changeTable(main, plan, paths.target)),
      );
      if (done.isScrubbed) {
        await removeUnknownStages(paths.stage, []);
        // Freed blocks of the file still hold the old values.
        await compactWarehouse(main, access);
      }
      return { kind: 'migrated', steps: done.steps };
    },
  );
}

async function changeTable(connection: DuckDBConnection, plan: Plan, targetFolder: string) {
  const physical = await findPhysical(connection, plan.dataset);
  if (physical === null) throw notIngested(plan);
  const evolution = compareColumns(plan, await readTargetColumns(connection, plan.dataset));
  const steps = tellSteps(evolution);
  if (steps.length === 0) return { steps, isScrubbed: false };
  const table = ownTable(physical);
  for (const { from, to } of evolution.renamed)
    await execute(connection, `ALTER TABLE ${table} RENAME COLUMN ${name(from)} TO ${name(to.name)}`);
  for (const column of evolution.dropped)
    await execute(connection, `ALTER TABLE ${table} DROP COLUMN ${name(column)}`);
  await changeTypes(connection, table, { plan, evolution });
  const isScrubbed = evolution.masked.length > 0;
  if (isScrubbed) await scrub(connection, plan, evolution);
  // Before-images have the old shape, and may hold what is masked now.
  await forgetOldUndo(connection, plan.dataset, 0);
  await writeColumns(connection, plan, physical);
  await writeViews(connection, plan.dataset, targetFolder);
  return { steps, isScrubbed };
}

/** Removes the values of columns that are masked now from quarantine, and forgets staged files. */
async function scrub(connection: DuckDBConnection, plan: Plan, evolution: Evolution): Promise<void> {
  const table = ownTable(quarantineTable(plan.dataset));
  for (const { name: column } of evolution.masked) {
    await execute(
      connection,
      `UPDATE ${table} SET staged = map_from_entries(list_transform(map_entries(staged),
         lambda entry: CASE WHEN entry.key = $column THEN {key: entry.key, value: NULL} ELSE {key: entry.key, value: entry.value} END))
       WHERE staged IS NOT NULL`,
      { column },
    );
  }
  await execute(connection, `DELETE FROM ${ownTable('staging')} WHERE dataset = $dataset`, {
    dataset: plan.dataset,
  });
}

function tellSteps({ added, renamed, dropped, retyped, masked }: Evolution): readonly string[] {
  return [
    ...renamed.map(({ from, to }) => `Renamed \`${from}\` to \`${to.name}\`.`),
    ...dropped.map((column) => `Dropped \`${column}\`.`),
    ...retyped
      .filter(({ to }) => !masked.includes(to))
      .map(({ from, to }) => `Changed \`${to.name}\` from ${from.type} to ${to.type}.`),
    ...masked.map(
      (column) =>
        `Emptied \`${column.name}\`, which is masked now, in the table, the quarantine, the staged files and the undo rows.`,
    ),
    ...added.map((column) => `Added \`${column.name}\`.`),
  ];
}

function notIngested(plan: Plan): RunStop {
  return new RunStop(
    'failed',
    'not_ingested',
    `\`${plan.schema}.${plan.dataset}\` does not exist yet, so there is nothing to migrate; \`pistevo run ${plan.dataset}\` makes it.`,
  );
}
