import type { ColumnType } from '../contracts/plan.ts';
import type { Dialect } from './dialect.ts';

const names: Readonly<Record<string, readonly [duckdb: string, spark: string]>> = {
  string: ['VARCHAR', 'STRING'],
  int: ['INTEGER', 'INT'],
  bigint: ['BIGINT', 'BIGINT'],
  double: ['DOUBLE', 'DOUBLE'],
  boolean: ['BOOLEAN', 'BOOLEAN'],
  date: ['DATE', 'DATE'],
  timestamp: ['TIMESTAMP', 'TIMESTAMP'],
};

/** A column type as an engine spells it. Timestamps are UTC: Spark's session time zone must be UTC too. */
export function printType(dialect: Dialect, type: ColumnType): string {
  const [duckdb, spark] = names[type] ?? [type.toUpperCase(), type.toUpperCase()];
  return dialect === 'duckdb' ? duckdb : spark;
}
