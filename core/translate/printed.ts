import type { ColumnType } from '../contracts/plan.ts';
import { digitsOf, isNumeric, type ValueType } from '../semantics/value-type.ts';
import type { Dialect } from './dialect.ts';
import { printType } from './print-type.ts';
import { quoteText } from './quote.ts';

/** SQL of a value, with its type. */
export interface Printed {
  readonly sql: string;
  readonly type: ValueType;
  /** Text of the number that `sql` writes out. */
  readonly number?: string;
}

/** A plain `CAST`, for values that the new type always holds. */
export function printCastTo(dialect: Dialect, sql: string, type: ColumnType): string {
  return `CAST(${sql} AS ${printType(dialect, type)})`;
}

/** The value in a wider type. */
export function convert(dialect: Dialect, { sql, type, number }: Printed, to: ValueType): string {
  if (type === to || to === 'null') return sql;
  if (to !== 'double') return printCastTo(dialect, sql, to);
  if (number !== undefined) return printCastTo(dialect, quoteText(dialect, number), to);
  // DuckDB divides two doubles, which is the nearest one only while both are exact; through a text it always is.
  const isLong = isNumeric(type) && digitsOf(type).precision > 15 && type !== 'bigint';
  return printCastTo(dialect, dialect === 'duckdb' && isLong ? `CAST(${sql} AS VARCHAR)` : sql, to);
}
