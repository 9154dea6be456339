import type { ProjectCheck } from './check.ts';

/** Every check, in the order of a table of contents: datasets, columns, rules, expressions, names, places, loads, data. */
export const allChecks: readonly ProjectCheck[] = [];
