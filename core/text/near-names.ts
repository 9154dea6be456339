/**
 * The candidates that a mistyped name may mean, nearest first, at most three. A third of the name may be wrong; case, `_`, `-` and blanks do not count.
 */
export function nearNames(name: string, candidates: Iterable<string>): readonly string[] {
  const wanted = fold(name);
  const limit = Math.floor(wanted.length / 3);
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === name) continue;
    const distance = editDistance(wanted, fold(candidate), limit);
    if (distance <= limit) near.push({ candidate, distance });
  }
  near.sort((left, right) => left.distance - right.distance || (left.candidate < right.candidate ? -1 : 1));
  return near.slice(0, 3).map((entry) => entry.candidate);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

/** Insertions, deletions, replacements and swaps of neighbours between two texts; more than `limit` gives `limit + 1`. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let older: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const replaced = at(last, column - 1) + (isSame ? 0 : 1);
      let cost = Math.min(at(last, column) + 1, at(next, column - 1) + 1, replaced);
      const isSwap =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (isSwap) cost = Math.min(cost, at(older, column - 2) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > limit) return limit + 1;
    older = last;
    last = next;
  }
  return Math.min(at(last, right.length), limit + 1);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
