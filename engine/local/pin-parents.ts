import type { DuckDBConnection } from '@duckdb/node-api';
import type { NewEvent } from '../../core/contracts/event.ts';
import type { Plan, PlanReference } from '../../core/contracts/plan.ts';
import { printType } from '../../core/translate/print-type.ts';
import { ownTable } from './local-names.ts';
import { execute, name } from './query.ts';
import { findPhysical, readTargetColumns } from './read-ledger.ts';

/**
 * Copies the distinct keys of every referenced target into the scratch database, as `_parent_<n>(k)`: the whole run
 * sees the parents as they were now. With no warehouse yet, or no such parent, the set is empty and a warning says so.
 */
export async function pinParents(
  connection: DuckDBConnection,
  plan: Plan,
  options: { readonly isAttached: boolean; readonly emit: (event: NewEvent) => void },
): Promise<void> {
  for (const reference of plan.references) {
    const source = options.isAttached ? await findKeys(connection, reference) : null;
    const keys = source ?? `SELECT NULL::${typeOfChild(plan, reference)} AS k WHERE FALSE`;
    await execute(connection, `CREATE TEMP TABLE ${name(reference.relation)} AS ${keys}`);
    if (source === null)
      options.emit({ kind: 'warning', code: 'parent_missing', message: tellMissing(plan, reference) });
  }
}

async function findKeys(connection: DuckDBConnection, reference: PlanReference): Promise<string | null> {
  const physical = await findPhysical(connection, reference.parent);
  if (physical === null) return null;
  const columns = await readTargetColumns(connection, reference.parent);
  if (!columns.some((column) => column.name === reference.column)) return null;
  const column = name(reference.column);
  return `SELECT DISTINCT ${column} AS k FROM ${ownTable(physical)} WHERE ${column} IS NOT NULL`;
}

/** An empty set needs the type too: whole numbers are not looked for among texts. */
function typeOfChild(plan: Plan, reference: PlanReference): string {
  const child = plan.rules.find(({ id }) => id === reference.rule)?.columns[0];
  return printType('duckdb', plan.columns.find(({ name: column }) => column === child)?.type ?? 'string');
}

function tellMissing(plan: Plan, reference: PlanReference): string {
  const { parent, column } = reference;
  return `\`${plan.dataset}\` refers to \`${parent}.${column}\`, which has not been ingested yet: every row that names one is quarantined, and tried again after \`pistevo run ${parent}\`.`;
}
