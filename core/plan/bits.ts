import type { Dialect } from '../translate/dialect.ts';

/** Bits used of each rule word: the 63rd is left alone so that words stay positive with every addition. */
export const bitsPerWord = 62;

/** Name of the word that holds a bit. */
export function wordName(bit: number): string {
  return `_b${Math.floor(bit / bitsPerWord)}`;
}

/** Names of the first `count` words. */
export function wordNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, word) => `_b${word}`);
}

export function wordCount(bits: number): number {
  return Math.ceil(bits / bitsPerWord);
}

/** A 64-bit integer literal. */
export function bigintLiteral(dialect: Dialect, value: bigint): string {
  return dialect === 'duckdb' ? `${value}::BIGINT` : `${value}L`;
}

/** The bits as one literal a word: word number → mask of those bits that lie in it. */
export function masksOf(bits: Iterable<number>): ReadonlyMap<number, bigint> {
  const masks = new Map<number, bigint>();
  for (const bit of bits) {
    const word = Math.floor(bit / bitsPerWord);
    masks.set(word, (masks.get(word) ?? 0n) | (1n << BigInt(bit % bitsPerWord)));
  }
  return masks;
}

/** SQL that is true when any of the bits is set; `qualifier` such as `s.` stands before the word names. */
export function anyBit(dialect: Dialect, bits: Iterable<number>, qualifier = ''): string {
  const tests = [...masksOf(bits)].map(
    ([word, mask]) => `(${qualifier}_b${word} & ${bigintLiteral(dialect, mask)}) <> 0`,
  );
  if (tests.length === 0) return 'FALSE';
  return tests.length === 1 ? (tests[0] ?? 'FALSE') : `(${tests.join(' OR ')})`;
}

/** SQL of a bit that is set when the condition is true, and 0 when it is false or NULL. */
export function bitWhen(dialect: Dialect, bit: number, condition: string): string {
  const value = bigintLiteral(dialect, 1n << BigInt(bit % bitsPerWord));
  return `CASE WHEN ${condition} THEN ${value} ELSE ${bigintLiteral(dialect, 0n)} END`;
}
