import type { ColumnType } from '../../core/contracts/plan.ts';
import type { ColumnStats } from './column-stats.ts';
import { compactName, singular } from './name-hints.ts';

export interface KeyCandidate {
  readonly name: string;
  readonly type: ColumnType;
  readonly stats: ColumnStats;
  readonly pii: string | null;
}

export interface InferredKey {
  readonly column: string | null;
  readonly notes: readonly string[];
}

/** A key whose name leaves no doubt may repeat in a few records: later versions of a row in one delivery. */
const leastDistinctShare = 0.9;

/** The column that tells the records apart, by its name and by its values. */
export function inferKey(table: string, columns: readonly KeyCandidate[]): InferredKey {
  const ranked = columns
    .map((column, index) => ({ column, rank: rankOf(table, column.name, index) }))
    .filter(({ column }) => isKeyLike(column))
    .sort((one, other) => one.rank - other.rank);
  const sure = ranked.find(({ column }) => distinctShare(column.stats) === 1);
  const named = ranked.find(
    ({ column, rank }) => rank < 3 && distinctShare(column.stats) >= leastDistinctShare,
  );
  const best = named !== undefined && (sure === undefined || sure.rank > named.rank) ? named : sure;
  if (best === undefined)
    return {
      column: null,
      notes: ['No single column tells the records apart: set `merge_key` to the columns that do.'],
    };
  const { name, stats } = best.column;
  const notes: string[] = [];
  const repeated = stats.values - (stats.distinct.digests()?.size ?? stats.values);
  if (repeated > 0)
    notes.push(`Key \`${name}\` repeats in ${repeated} of ${stats.values} records: later ones win.`);
  if (best.rank >= 4)
    notes.push(
      `Key \`${name}\` is unique here, and its name does not say that it always is: ask the sender.`,
    );
  return { column: name, notes };
}

function isKeyLike({ type, stats, pii }: KeyCandidate): boolean {
  const isTypeFit = type === 'string' || type === 'int' || type === 'bigint';
  return (
    isTypeFit &&
    stats.values > 0 &&
    stats.blank === 0 &&
    stats.nullWords.size === 0 &&
    stats.longest <= 64 &&
    pii === null
  );
}

function distinctShare(stats: ColumnStats): number {
  const digests = stats.distinct.digests();
  return digests === null || stats.values === 0 ? 0 : digests.size / stats.values;
}

function rankOf(table: string, column: string, index: number): number {
  const name = compactName(column);
  const own = singular(compactName(table));
  if (name === 'id' || name === `${own}id`) return 0;
  if (
    name === `${own}key` ||
    name === `${own}no` ||
    name === `${own}number` ||
    name === `${own}code` ||
    name === own
  )
    return 1;
  if (/^(uuid|guid|key|rowid|recordid)$/.test(name)) return 2;
  if (/(id|key|uuid|number|no|code)$/.test(name)) return 3 + index / 1000;
  return index === 0 ? 4 : 5 + index / 1000;
}

/** The column that says which version of a row is the latest: a date or timestamp whose name says that it moves on. */
export function inferCdc(columns: readonly KeyCandidate[]): string | null {
  const moving = columns
    .filter(({ type, stats }) => (type === 'date' || type === 'timestamp') && stats.values > 0)
    .map((column) => ({ column, rank: cdcRank(compactName(column.name)) }))
    .filter(({ rank }) => rank !== null)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  return moving[0]?.column.name ?? null;
}

function cdcRank(name: string): number | null {
  if (/(modified|updated|changed|modification|lastupdate|lastchange)/.test(name)) return 0;
  if (/^(update|change|modify)(date|time|ts|dt|at)|^lastmod/.test(name)) return 1;
  if (/^(asof|extract|snapshot|load|export|version)(date|time|timestamp|ts|dt|edat|ed)?(at|on)?$/.test(name))
    return 2;
  return null;
}
