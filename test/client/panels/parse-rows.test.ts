import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRows } from '../../../client/panels/parse-rows.ts';

test('columns keep the order of the text, also those that look like numbers', () => {
  expect(parseRows('{"b":"x","10":null,"2":"y"}\n{"b":null,"10":"1","2":"z"}')).toEqual({
    columns: ['b', '10', '2'],
    rows: [
      ['x', null, 'y'],
      [null, '1', 'z'],
    ],
  });
});

test('no row has no column', () => {
  expect(parseRows('')).toEqual({ columns: [], rows: [] });
});

test('any value comes back as it was, also one that looks like a key', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('":', '","a":"', '\\":\\', null));
  fc.assert(
    fc.property(value, value, (one, other) => {
      const text = JSON.stringify({ a: one, b: other });
      expect(parseRows(text)).toEqual({ columns: ['a', 'b'], rows: [[one, other]] });
    }),
    { seed: 20261123, numRuns: 500 },
  );
});
