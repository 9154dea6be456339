import type { ColumnType } from '../../core/contracts/plan.ts';
import type { ColumnStats } from './column-stats.ts';
import { compactName, singular } from './name-hints.ts';

/** A table while its references are looked for. */
export interface Referable {
  readonly name: string;
  readonly key: string | null;
  readonly isSample: boolean;
  readonly columns: readonly {
    readonly name: string;
    readonly type: ColumnType;
    readonly stats: ColumnStats;
  }[];
}

export interface FoundReference {
  readonly table: string;
  readonly column: string;
  /** Distinct values without a parent. */
  readonly orphans: number;
  readonly isByName: boolean;
}

/** A name that says it all lets a few orphans pass; one that hints at it none; values alone only if they hardly agree by chance. */
const leastContained = 0.95;
const leastByValues = 20;

/** The key of another table that a column's values are found in, the best named first; null when there is none. */
export function inferReference(
  child: Referable,
  column: Referable['columns'][number],
  tables: readonly Referable[],
): FoundReference | null {
  const values = column.stats.distinct.digests();
  if (values === null || values.size === 0) return null;
  const found = tables.flatMap((parent): (FoundReference & { rank: number })[] => {
    if (parent.name === child.name || parent.isSample) return [];
    const key = parent.columns.find(({ name }) => name === parent.key);
    const keys = key?.stats.distinct.digests() ?? null;
    if (key === undefined || keys === null || (key.type === 'string') !== (column.type === 'string'))
      return [];
    let orphans = 0;
    for (const value of values) if (!keys.has(value)) orphans++;
    const rank = nameRank(column.name, parent.name, key.name);
    const isByName = rank < 3;
    const isContained =
      rank < 2
        ? orphans <= values.size * (1 - leastContained)
        : orphans === 0 &&
          (isByName ||
            (values.size >= leastByValues && column.type === 'string' && column.stats.longest >= 5));
    return isContained ? [{ table: parent.name, column: key.name, orphans, isByName, rank }] : [];
  });
  found.sort((one, other) => one.rank - other.rank || one.orphans - other.orphans);
  const [best] = found;
  return best === undefined
    ? null
    : { table: best.table, column: best.column, orphans: best.orphans, isByName: best.isByName };
}

function nameRank(column: string, parent: string, key: string): number {
  const name = compactName(column);
  const own = singular(compactName(parent));
  const keyName = compactName(key);
  if (name === `${own}${keyName}` || (name === keyName && keyName !== 'id')) return 0;
  if (name === own || name === `${own}id`) return 1;
  return name.includes(own) && own.length >= 4 ? 2 : 3;
}
