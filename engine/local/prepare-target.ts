import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan, PlanColumn } from '../../core/contracts/plan.ts';
import { printType } from '../../core/translate/print-type.ts';
import { ownTable, physicalTarget, quarantineTable } from './local-names.ts';
import { execute, name, queryNumber } from './query.ts';
import { findPhysical } from './read-ledger.ts';

/** Hidden column of every target: number of the commit that wrote the row. */
export const runColumn = '_run';

export interface PreparedTarget {
  /** Table that holds the rows now; null when there is none yet. */
  readonly current: string | null;
  /** Table that the commit writes to. */
  readonly next: string;
  readonly hasRows: boolean;
}

/** Makes the tables that a commit writes to, in the open transaction, with the columns that are new. */
export async function prepareTarget(
  connection: DuckDBConnection,
  plan: Plan,
  options: { readonly commitNo: number; readonly isReplaced: boolean; readonly added: readonly PlanColumn[] },
): Promise<PreparedTarget> {
  await execute(
    connection,
    `CREATE TABLE IF NOT EXISTS ${ownTable(quarantineTable(plan.dataset))} (run_id VARCHAR, ts VARCHAR, file_name VARCHAR,
      record BIGINT, line BIGINT, length BIGINT, reasons VARCHAR[], staged MAP(VARCHAR, VARCHAR), resolved_run VARCHAR)`,
  );
  const current = await findPhysical(connection, plan.dataset);
  const hasRows =
    current !== null && (await queryNumber(connection, `SELECT count(*) FROM ${ownTable(current)}`)) > 0;
  if (current !== null && !options.isReplaced) {
    for (const column of options.added) {
      await execute(connection, `ALTER TABLE ${ownTable(current)} ADD COLUMN ${columnDefinition(column)}`);
    }
    return { current, next: current, hasRows };
  }
  const next = physicalTarget(plan.dataset, options.commitNo);
  const columns = plan.columns.map((column) => `${columnDefinition(column)}${compression(plan, column)}`);
  await execute(
    connection,
    `CREATE TABLE ${ownTable(next)} (${[...columns, `${runColumn} INTEGER USING COMPRESSION bitpacking`].join(', ')})`,
  );
  return { current, next, hasRows };
}

function columnDefinition(column: PlanColumn): string {
  return `${name(column.name)} ${printType('duckdb', column.type)}`;
}

/**
 * How a column is compressed. Left alone, DuckDB tries several ways on every block, which makes a first load of texts and
 * doubles half as long again; so texts of a few known values are stored by dictionary, the others and doubles as they are,
 * and everything else as packed bits (a table is then about half as large as its source).
 */
function compression(plan: Plan, column: PlanColumn): string {
  if (column.type !== 'string')
    return ` USING COMPRESSION ${column.type === 'double' ? 'uncompressed' : 'bitpacking'}`;
  // Every row alike: found out at once.
  if (column.mask === 'null' || column.mask === 'redact') return '';
  const hasFew = plan.rules.some(
    ({ kind, columns }) => kind === 'valid_vals' && columns.includes(column.name),
  );
  return ` USING COMPRESSION ${hasFew ? 'dictionary' : 'uncompressed'}`;
}
