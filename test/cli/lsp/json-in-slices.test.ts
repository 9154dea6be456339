import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonInSlices } from '../../../cli/lsp/json-in-slices.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

it('writes large messages as JSON.stringify does', async () => {
  const values = fc.array(fc.object({ withNullPrototype: true, maxDepth: 4 }), {
    minLength: 20,
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(values, async (value) => {
      const many = Array.from({ length: 300 }, () => value);
      const message = {
        jsonrpc: '2.0',
        id: 1,
        result: [{ 'ä"\n': many, none: undefined, '😀': [undefined] }],
      };
      expect(text(await jsonInSlices(message)) === JSON.stringify(message)).toBe(true);
    }),
    { numRuns: 15, seed: 2 },
  );
});

it('reads messages between the slices of a large one', async () => {
  const symbols = Array.from({ length: 200_000 }, (_, index) => ({
    name: `column_${index}`,
    at: { line: index },
  }));
  let turns = 0;
  const count = setInterval(() => {
    turns += 1;
  }, 0);
  const bytes = await jsonInSlices({ id: 1, result: symbols });
  clearInterval(count);
  expect(bytes.byteLength).toBeGreaterThan(5_000_000);
  expect(turns).toBeGreaterThan(2);
});
