import type { Random } from '../../samples/random.ts';

/** Chooses by turns: what has come least often so far comes next, chance decides among equals. Counts what it chose. */
export function leastUsed(random: Random) {
  const used = new Map<string, number>();
  return <T>(list: readonly T[], nameOf: (item: T) => string): T => {
    const count = (item: T) => used.get(nameOf(item)) ?? 0;
    const least = Math.min(...list.map(count));
    const names = [...new Set(list.filter((item) => count(item) === least).map(nameOf))];
    const name = random.pick(names);
    used.set(name, least + 1);
    return random.pick(list.filter((item) => nameOf(item) === name));
  };
}
