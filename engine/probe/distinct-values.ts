/** Distinct values of a column: all while they are few, digests of them up to a bound, then nothing. */
export interface DistinctValues {
  add(value: string): void;
  /** Values with their counts while there are at most `mostListed`; else null. */
  listed(): ReadonlyMap<string, number> | null;
  /** 53-bit digests of all values; null beyond the bound, or once most values are repetitions. */
  digests(): ReadonlySet<number> | null;
}

/** More distinct values than this are no list of allowed ones. */
export const mostListed = 40;

/** Keeps at most `most` digests (about 40 bytes each). */
export function createDistinctValues(most: number): DistinctValues {
  let listed: Map<string, number> | null = new Map();
  let digests: Set<number> | null = new Set();

  return {
    add(value) {
      if (listed !== null) {
        const times = listed.get(value);
        if (times !== undefined) {
          listed.set(value, times + 1);
          return;
        }
        if (listed.size < mostListed && value.length <= 60) listed.set(value, 1);
        else listed = null;
      }
      if (digests === null) return;
      digests.add(digestOf(value));
      if (digests.size > most) digests = null;
    },
    listed: () => listed,
    digests: () => digests,
  };
}

/** Two 32-bit multiply-and-mix sums side by side, joined to 53 bits: good enough to tell a million values apart. */
export function digestOf(text: string): number {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b);
    two ^= two >>> 13;
  }
  one = Math.imul(one ^ (one >>> 16), 0xc2b2ae35);
  two = Math.imul(two ^ (two >>> 15), 0x27d4eb2f);
  return ((one ^ (one >>> 13)) >>> 0) * 0x200000 + ((two ^ (two >>> 16)) >>> 11);
}
