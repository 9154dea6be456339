import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../../core/contracts/plan.ts';
import { printType } from '../../core/translate/print-type.ts';
import type { Evolution } from './check-evolution.ts';
import { execute, name, queryNumber } from './query.ts';
import { RunStop } from './run-stop.ts';

/**
 * Gives columns the types of the plan, in the open transaction, empties those that are masked now, and adds new ones.
 * @throws RunStop `failed`/`would_lose_values` naming the column and how many values do not fit.
 */
export async function changeTypes(
  connection: DuckDBConnection,
  table: string,
  options: { readonly plan: Plan; readonly evolution: Evolution },
): Promise<void> {
  const { plan, evolution } = options;
  for (const column of evolution.masked) {
    await execute(connection, `ALTER TABLE ${table} DROP COLUMN ${name(column.name)}`);
    await execute(connection, `ALTER TABLE ${table} ADD COLUMN ${name(column.name)} VARCHAR`);
  }
  for (const { from, to } of evolution.retyped) {
    if (evolution.masked.includes(to)) continue;
    const column = name(to.name);
    const type = printType('duckdb', to.type);
    const cast = `TRY_CAST(${column} AS ${type})`;
    // A text may be spelled in more ways than one; anything else must come back as it was.
    const isBack =
      from.type === 'string'
        ? `${cast} IS NOT NULL`
        : `TRY_CAST(${cast} AS ${printType('duckdb', from.type as Plan['columns'][number]['type'])}) = ${column}`;
    const lost = await queryNumber(
      connection,
      `SELECT count(*) FROM ${table} WHERE ${column} IS NOT NULL AND (${isBack}) IS NOT TRUE`,
    );
    if (lost > 0) {
      throw new RunStop(
        'failed',
        'would_lose_values',
        `\`${to.name}\` cannot become ${to.type}: ${lost} ${lost === 1 ? 'value does' : 'values do'} not fit. Change the type in the schema, or make the table anew from the archive with \`pistevo reprocess ${plan.dataset} --rebuild\`.`,
      );
    }
    await execute(
      connection,
      `ALTER TABLE ${table} ALTER COLUMN ${column} SET DATA TYPE ${type} USING ${cast}`,
    );
  }
  for (const column of evolution.added) {
    await execute(
      connection,
      `ALTER TABLE ${table} ADD COLUMN ${name(column.name)} ${printType('duckdb', column.type)}`,
    );
  }
}
