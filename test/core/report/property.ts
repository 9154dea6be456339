import fc from 'fast-check';
import { it } from 'vitest';

export { fc };

/** A property over one generated value, with a fixed seed so that every run looks at the same ones. */
export function test<T>(
  title: string,
  [arbitrary]: readonly [fc.Arbitrary<T>],
  claim: (value: T) => void,
): void {
  it(title, () => {
    fc.assert(fc.property(arbitrary, claim), { seed: 20261122, numRuns: 300 });
  });
}
