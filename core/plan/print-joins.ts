import type { Dialect } from '../translate/dialect.ts';

/** `FROM a ANTI JOIN b` on the identity of a record, in a dialect's words. */
export function printAntiJoin(dialect: Dialect, left: string, right: string): string {
  const word = dialect === 'duckdb' ? 'ANTI JOIN' : 'LEFT ANTI JOIN';
  return `FROM ${left}\n${word} ${right} ON ${sameRecord(left, right)}`;
}

/** Two relations' rows that stem from the same record. */
export function sameRecord(left: string, right: string): string {
  return `${left}._file_no = ${right}._file_no AND ${left}._record = ${right}._record`;
}

/** Equality that holds for two NULLs. */
export function printSame(dialect: Dialect, left: string, right: string): string {
  return dialect === 'duckdb' ? `${left} IS NOT DISTINCT FROM ${right}` : `${left} <=> ${right}`;
}
