import type { Steps } from '../text/drain.ts';

/** The last value made in each slot, with what it was made from. */
export type Memory = Map<string, { readonly inputs: readonly unknown[]; readonly value: unknown }>;

/** The value that was made last in this slot when its inputs are the same ones, else a new one. */
export function* remember<T>(
  memory: Memory,
  slot: string,
  inputs: readonly unknown[],
  make: () => Steps<T>,
): Steps<T> {
  const known = memory.get(slot);
  if (known !== undefined && isSame(known.inputs, inputs)) return known.value as T;
  const value = yield* make();
  memory.set(slot, { inputs, value });
  return value;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((input, index) => input === other[index]);
}
