import { readValue } from '../semantics/read-value.ts';
import type { Dialect } from './dialect.ts';

/**
 * A date or a timestamp that an expression writes out, read by the rules for values and printed as both engines read it;
 * NULL when it is none. A timestamp without an offset is in UTC.
 */
export function printMoment(dialect: Dialect, text: string, type: 'date' | 'timestamp'): string {
  const read = readValue(text, type, ['yyyy-MM-dd']);
  if (read === null) return 'NULL';
  if (read.kind === 'date') return `DATE '${isoDate(read.value * 86_400_000)}'`;
  if (read.kind !== 'timestamp') throw new Error(`\`${text}\` is no moment.`);
  return dialect === 'duckdb' ? `make_timestamp(${read.value})` : `timestamp_micros(${read.value})`;
}

function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
