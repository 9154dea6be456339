import type { Dialect } from './dialect.ts';
import { quoteText } from './quote.ts';

/**
 * A wall clock's moment of a time zone as the same moment in UTC. An hour that the clock shows twice means the first
 * one, an hour that it skips is counted from before the skip: Java's rule, and so Spark's.
 */
export function printInUtc(dialect: Dialect, value: string, timeZone: string): string {
  if (timeZone === 'UTC') return value;
  const zone = quoteText(dialect, timeZone);
  if (dialect === 'spark') return `to_utc_timestamp(${value}, ${zone})`;
  // DuckDB means the second of two such hours. With the offset of the day before, an hour shown twice is the first one,
  // and it shows the same clock; after the change it does not. What stands outside of CASE is computed once.
  const micros = (local: string) => `epoch_us((${local}) AT TIME ZONE ${zone})`;
  const usual = micros(value);
  const early = `(${micros(`${value} - INTERVAL 1 DAY`)} + 86400000000)`;
  const clock = `(make_timestamp(${early}) AT TIME ZONE 'UTC') AT TIME ZONE ${zone}`;
  const twice = `CASE WHEN ${clock} = ${value} THEN ${usual} - ${early} ELSE 0 END`;
  return `make_timestamp(${usual} - CASE WHEN ${early} < ${usual} THEN ${twice} ELSE 0 END)`;
}
