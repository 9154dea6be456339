import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesGlob } from '../../../engine/files/matches-glob.ts';

test('agrees with the same pattern as a regular expression', () => {
  const text = (letters: string) =>
    fc.array(fc.constantFrom(...letters), { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text('ab.*?'), text('ab.'), (glob, name) => {
      const source = glob.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
      expect(matchesGlob(glob, name)).toBe(new RegExp(`^${source}$`).test(name));
    }),
    { seed: 5, numRuns: 3000 },
  );
});

test('answers at once where a regular expression would not', () => {
  const started = performance.now();
  expect(matchesGlob('*a'.repeat(40), `${'a'.repeat(2000)}b`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(500);
});
