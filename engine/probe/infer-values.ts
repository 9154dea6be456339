import type { ColumnType } from '../../core/contracts/plan.ts';
import type { ColumnStats } from './column-stats.ts';
import { mostListed } from './distinct-values.ts';
import { compactName } from './name-hints.ts';

/** Sets that a sample never shows whole, however few it shows. */
const openSet =
  /city|town|county|state|province|country|zip|postal|region|street|address|name$|desc|note|comment|text|remark|title|email|url|path|id[0-9]*$|key$|uuid/;
const mostAllowed = 15;
const leastValues = 50;
/** Each value must have been seen this often: one seen once may be a misspelling, or the first of many to come. */
const leastTimes = 3;

/**
 * The values that a column may hold, when its records make it likely that all of them have been seen; else null. Careful,
 * because a value outside the list is emptied.
 */
export function inferValues(name: string, type: ColumnType, stats: ColumnStats): string[] | null {
  const listed = stats.distinct.listed();
  if (type !== 'string' || listed === null || stats.values < leastValues || openSet.test(compactName(name)))
    return null;
  const limit = Math.min(mostAllowed, mostListed, stats.values / 20);
  if (listed.size < 2 || listed.size > limit) return null;
  const values = [...listed.keys()];
  if (values.some((value) => value.length > 40) || [...listed.values()].some((times) => times < leastTimes))
    return null;
  // Codes: a catalogue has more of them than any file shows.
  if (values.filter((value) => /[0-9]/.test(value)).length * 2 > values.length) return null;
  return distinctIgnoringCase(values, listed).sort();
}

/** One spelling for values that differ in case alone: the commonest. */
function distinctIgnoringCase(values: readonly string[], times: ReadonlyMap<string, number>): string[] {
  const byFold = new Map<string, string>();
  for (const value of values) {
    const fold = value.toLowerCase();
    const known = byFold.get(fold);
    if (known === undefined || (times.get(value) ?? 0) > (times.get(known) ?? 0)) byFold.set(fold, value);
  }
  return [...byFold.values()];
}
