/** A seeded source of chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in `share` of the cases, 0 to 1. */
  chance(share: number): boolean;
  /** `count` different elements in random order. */
  sample<T>(list: readonly T[], count: number): T[];
}

/** mulberry32: 32 bits of state are plenty for a few thousand rows. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    int,
    chance: (share) => next() < share,
    pick: (list) => {
      const picked = list[int(0, list.length - 1)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    sample: (list, count) => {
      const rest = [...list];
      if (count > rest.length) throw new Error(`${count} of ${rest.length} elements were asked for`);
      return Array.from({ length: count }, () => {
        const [taken] = rest.splice(int(0, rest.length - 1), 1);
        if (taken === undefined) throw new Error('nothing left to take');
        return taken;
      });
    },
  };
}
