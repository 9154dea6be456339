import type { Dialect } from '../translate/dialect.ts';
import { quoteName } from '../translate/quote.ts';
import { printOverColumns } from './print-row-expression.ts';
import type { Expression } from './read-expression.ts';
import type { ShapedColumn, TableShape } from './shape-table.ts';

/** True when the merge itself keeps one row for each value of the column. */
export function isUniqueByMerge({ keys, source }: TableShape, column: ShapedColumn): boolean {
  return source.load !== 'append' && keys.length === 1 && keys[0] === column.name;
}

/**
 * Rows whose value occurs more than once, NULL aside. `later` looks only at values that the delivery touches: the rest of
 * the target is as it was.
 */
export function printDuplicates(dialect: Dialect, column: ShapedColumn, when: 'first' | 'later'): string {
  const name = quoteName(dialect, column.name);
  const touched =
    when === 'first' ? '' : ` AND ${name} IN (SELECT ${name} FROM _changes WHERE _op <> 'delete')`;
  return [
    'SELECT CAST(coalesce(sum(occurrences), 0) AS BIGINT) AS failing',
    'FROM (',
    '  SELECT count(*) AS occurrences',
    '  FROM _result',
    `  WHERE ${name} IS NOT NULL${touched}`,
    `  GROUP BY ${name}`,
    '  HAVING count(*) > 1',
    ') AS duplicates',
  ].join('\n');
}

/** 1 when an expression over the whole table is false; unknown passes, as it does for a row. */
export function printTableCheck(dialect: Dialect, tree: Expression, table: TableShape): string {
  const condition = printOverColumns(dialect, tree, {
    columns: table.columns,
    value: (column) => quoteName(dialect, column.name),
  });
  return `SELECT CAST(CASE WHEN NOT (${condition}) THEN 1 ELSE 0 END AS BIGINT) AS failing\nFROM _result`;
}
