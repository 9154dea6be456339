import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commaFormat, piecesOf, readAll } from './read-all.ts';
import { readByReference } from './reference-reader.ts';

/** Texts made of the pieces that rules are about, so that every few bytes something is decided. */
const odd = [',', '"', '""', '\n', '\r\n', '\r', 'a', 'bc', '1', ' ', 'é', '€', '😀'].map((text) =>
  Buffer.from(text),
);
const invalid = [Buffer.of(0), Buffer.of(0xff), Buffer.of(0xc3), Buffer.of(0xed, 0xa0, 0x80)];
const sound = [
  'a,b,c\n',
  'x,,\n',
  '1,22,333\n',
  'é,ü,😀\n',
  '"q",b,c\n',
  '"l\nm",b,"c""d"\n',
  'p,q,r\r\n',
  '\n',
  'a,b\n',
].map((text) => Buffer.from(text));
const body = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...odd) },
    { weight: 10, arbitrary: fc.constantFrom(...sound) },
    { weight: 1, arbitrary: fc.constantFrom(...invalid) },
  ),
  { maxLength: 40 },
);
const chunkBytes = fc
  .integer({ min: 1, max: 80 })
  .chain((first) => fc.integer({ min: first, max: 200 }).map((largest) => ({ first, largest })));

test('reads random texts as the rules say, wherever chunks end', async () => {
  await fc.assert(
    fc.asyncProperty(
      body,
      chunkBytes,
      fc.integer({ min: 1, max: 50 }),
      fc.boolean(),
      async (parts, sizes, piece, hasHeader) => {
        const bytes = Buffer.concat([...(hasHeader ? [Buffer.from('a,b,c\n')] : []), ...parts]);
        const format = { ...commaFormat, hasHeader };
        const expected = readByReference(bytes, format, 3);
        const found = await readAll(piecesOf(bytes, piece), format, { chunkBytes: sizes, columns: 3 });
        if (expected.openAt !== null) {
          expect(found.end).toMatchObject({
            kind: 'rejected',
            rejection: 'open-quote',
            line: expected.openAt,
          });
          return;
        }
        expect(found.end.kind).toBe('complete');
        expect(found.rows).toEqual(expected.rows);
        expect(found.malformed).toEqual(expected.malformed);
        expect(found.end).toMatchObject({
          records: expected.records,
          countedRecords: expected.records,
          malformed: expected.malformed.length,
          blankLines: expected.blankLines,
        });
      },
    ),
    { seed: 20261123, numRuns: 4000 },
  );
});
