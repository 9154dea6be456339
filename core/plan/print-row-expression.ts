import type { ColumnType } from '../contracts/plan.ts';
import { columnsOf } from '../semantics/type-expression.ts';
import type { Dialect } from '../translate/dialect.ts';
import { printExpression } from '../translate/print-expression.ts';
import type { Expression } from './read-expression.ts';
import { matchName, type ShapedColumn } from './shape-table.ts';

/** Declared names of the columns that an expression reads, in the table's order. */
export function columnsUsed(tree: Expression, columns: readonly ShapedColumn[]): readonly string[] {
  const used = new Set(columnsOf(tree).map(({ name }) => matchName(columns, name)));
  return columns.filter(({ name }) => used.has(name)).map(({ name }) => name);
}

/** An expression over a table's columns, each printed by `value`. */
export function printOverColumns(
  dialect: Dialect,
  tree: Expression,
  {
    columns,
    value,
  }: { readonly columns: readonly ShapedColumn[]; readonly value: (column: ShapedColumn) => string },
): string {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const types = new Map<string, ColumnType>(columns.map(({ name, type }) => [name, type]));
  return printExpression(tree, {
    dialect,
    types,
    column: (name) => {
      const column = byName.get(matchName(columns, name));
      if (column === undefined) throw new Error(`There is no column \`${name}\`.`);
      return value(column);
    },
  });
}
