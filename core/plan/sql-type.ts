import type { ColumnType } from '../contracts/plan.ts';
import type { Dialect } from '../translate/dialect.ts';

const names = {
  string: { duckdb: 'VARCHAR', spark: 'STRING' },
  int: { duckdb: 'INTEGER', spark: 'INT' },
  bigint: { duckdb: 'BIGINT', spark: 'BIGINT' },
  double: { duckdb: 'DOUBLE', spark: 'DOUBLE' },
  boolean: { duckdb: 'BOOLEAN', spark: 'BOOLEAN' },
  date: { duckdb: 'DATE', spark: 'DATE' },
  timestamp: { duckdb: 'TIMESTAMP', spark: 'TIMESTAMP' },
} as const;

/** A column type's name in a dialect: `string` is `VARCHAR` for DuckDB; `decimal(p,s)` reads the same everywhere. */
export function sqlType(dialect: Dialect, type: ColumnType): string {
  return type in names ? names[type as keyof typeof names][dialect] : type.toUpperCase();
}
