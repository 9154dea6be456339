import type { SqlText } from '../contracts/plan.ts';
import type { Dialect } from '../translate/dialect.ts';

/** The same statement for both dialects. */
export function both(print: (dialect: Dialect) => string): SqlText {
  return { duckdb: print('duckdb'), spark: print('spark') };
}
