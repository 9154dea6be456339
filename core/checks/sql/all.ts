import type { SqlCheck } from './sql-check.ts';

/** Every check of SQL, in the order of a table of contents. */
export const allSqlChecks: readonly SqlCheck[] = [];
