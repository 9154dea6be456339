import type { Dialect } from '../translate/dialect.ts';
import { quoteName } from '../translate/quote.ts';
import { printSame, sameRecord } from './print-joins.ts';
import type { TableShape } from './shape-table.ts';

/** Winners that meet a row of the target with the same key, and what becomes of that row. */
export function printHits(dialect: Dialect, table: TableShape): string {
  const side = (relation: string, name: string): string => `${relation}.${quoteName(dialect, name)}`;
  const joined = table.keys.map((key) => `${side('_winners', key)} = ${side('_target', key)}`);
  const compared = table.columns
    .filter(({ name }) => !table.keys.includes(name))
    .map(({ name }) => printSame(dialect, side('_winners', name), side('_target', name)));
  const verdicts = [
    ...(table.cdcKey === null
      ? []
      : [`WHEN ${printStale(side('_winners', table.cdcKey), side('_target', table.cdcKey))} THEN 'stale'`]),
    ...(table.deleteWhen === null ? [] : ["WHEN _winners._tombstone THEN 'deleted'"]),
    ...(compared.length === 0 ? [] : [`WHEN ${compared.join('\n      AND ')} THEN 'unchanged'`]),
  ];
  const verdict = compared.length === 0 ? "'unchanged'" : "'updated'";
  return [
    `SELECT _winners._file_no, _winners._record,${rowId(dialect, ' _target._rowid,')}`,
    verdicts.length === 0
      ? `  ${verdict} AS _verdict`
      : `  CASE\n    ${verdicts.join('\n    ')}\n    ELSE ${verdict}\n  END AS _verdict`,
    'FROM _winners',
    `JOIN _target ON ${joined.join(' AND ')}`,
  ].join('\n');
}

/** The target is newer: NULL is older than every value, and a tie goes to the incoming record. */
function printStale(incoming: string, target: string): string {
  return `${target} > ${incoming} OR (${incoming} IS NULL AND ${target} IS NOT NULL)`;
}

/** Changes of a target without rows, and of a load that only adds. */
export function printInserts(dialect: Dialect, table: TableShape): string {
  return `SELECT 'insert' AS _op, ${rowId(dialect, 'CAST(NULL AS BIGINT) AS _rowid, ')}${listColumns(dialect, table)}\nFROM _winners${
    table.deleteWhen === null ? '' : '\nWHERE NOT _tombstone'
  }`;
}

/** Changes of an upsert into a target with rows. */
export function printUpserts(dialect: Dialect, table: TableShape): string {
  return [
    "SELECT CASE WHEN _hits._verdict IS NULL THEN 'insert' WHEN _hits._verdict = 'deleted' THEN 'delete' ELSE 'update' END AS _op,",
    `  ${rowId(dialect, '_hits._rowid, ')}${listColumns(dialect, table, '_winners.')}`,
    'FROM _winners',
    `LEFT JOIN _hits ON ${sameRecord('_winners', '_hits')}`,
    "WHERE _hits._verdict IN ('updated', 'deleted')",
    `  OR (_hits._verdict IS NULL AND NOT _winners._tombstone)`,
  ].join('\n');
}

/**
 * Changes of a replacement of a target with rows: all of them go, the delivery comes. Spark writes the new table without a
 * look at the old one, so there is nothing to list.
 */
export function printReplacement(dialect: Dialect, table: TableShape): string {
  if (dialect === 'spark') return printInserts(dialect, table);
  return `${printInserts(dialect, table)}\nUNION ALL\nSELECT 'delete' AS _op, _rowid, ${listColumns(dialect, table)}\nFROM _target`;
}

/** Rows of the target have a number in DuckDB; on Spark their key names them. */
function rowId(dialect: Dialect, item: string): string {
  return dialect === 'duckdb' ? item : '';
}

function listColumns(dialect: Dialect, table: TableShape, qualifier = ''): string {
  return table.columns.map(({ name }) => `${qualifier}${quoteName(dialect, name)}`).join(', ');
}

/** Counts where no row of the target is met. A tombstone without a row to remove leaves the target unchanged. */
export function printInsertCounts(): string {
  const items = [
    '  count(CASE WHEN _file_no >= 0 AND NOT _tombstone THEN 1 END) AS inserted',
    '  CAST(0 AS BIGINT) AS updated',
    '  count(CASE WHEN _file_no >= 0 AND _tombstone THEN 1 END) AS unchanged',
    '  CAST(0 AS BIGINT) AS stale',
    '  CAST(0 AS BIGINT) AS deleted',
    retried,
  ];
  return `SELECT\n${items.join(',\n')}\nFROM _winners`;
}

const retried = '  (SELECT count(*) FROM _candidates WHERE _file_no < 0) AS retried';

/** Counts of an upsert into a target with rows. */
export function printUpsertCounts(): string {
  const count = (name: string, condition: string): string =>
    `  count(CASE WHEN _winners._file_no >= 0 AND ${condition} THEN 1 END) AS ${name}`;
  const verdict = (name: string): string => count(name, `_hits._verdict = '${name}'`);
  const items = [
    count('inserted', '_hits._verdict IS NULL AND NOT _winners._tombstone'),
    verdict('updated'),
    count('unchanged', "(_hits._verdict = 'unchanged' OR (_hits._verdict IS NULL AND _winners._tombstone))"),
    verdict('stale'),
    verdict('deleted'),
    retried,
  ];
  return `SELECT\n${items.join(',\n')}\nFROM _winners\nLEFT JOIN _hits ON ${sameRecord('_winners', '_hits')}`;
}
