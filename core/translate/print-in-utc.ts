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
  const utc = (local: string) => `((${local}) AT TIME ZONE ${zone}) AT TIME ZONE 'UTC'`;
  // DuckDB means the second of two such hours. With the offset of the day before, an hour shown twice is the first one,
  // and it shows the same clock; after the change it does not.
  const early = `${utc(`${value} - INTERVAL 1 DAY`)} + INTERVAL 1 DAY`;
  const clock = `((${early}) AT TIME ZONE 'UTC') AT TIME ZONE ${zone}`;
  return `CASE WHEN ${early} < ${utc(value)} AND ${clock} = ${value} THEN ${early} ELSE ${utc(value)} END`;
}
