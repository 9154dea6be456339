import { rateOf } from './score-file.ts';
import { type Share, sumOf, type Table, type Tally } from './tally.ts';

const columns = ['accepted', 'rejected', 'position', 'beyond'] as const;

/** The score as lines: a row a kind, the sum of an origin last. `only` keeps to one kind. */
export function showTable(table: Table, only: string | null = null): readonly string[] {
  const heads = ['', 'accepted, no error', 'rejections found', 'first place', 'beyond grammar'];
  const lines = Object.entries(table).flatMap(([origin, rows]) => {
    const shown = Object.entries(rows).filter(([kind]) => only === null || kind === only);
    if (shown.length === 0) return [];
    const body = shown.map(([kind, tally]) => rowOf(`  ${kind}`, tally));
    return [[origin], ...body, rowOf('  all', sumOf(shown.map(([, tally]) => tally)))];
  });
  return [heads, ...lines].map((cells) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(22) : cell.padStart(22))).join(''),
  );
}

function rowOf(name: string, tally: Tally): readonly string[] {
  return [name, ...columns.map((column) => cellOf(tally[column]))];
}

function cellOf(share: Share): string {
  const [part, whole] = share;
  return whole === 0
    ? ''
    : `${(100 * rateOf(share)).toFixed(2)} % of ${whole}${part === whole ? ' ✓' : '  '}`;
}
