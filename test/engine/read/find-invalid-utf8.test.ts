import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInvalidUtf8 } from '../../../engine/read/find-invalid-utf8.ts';

/** Length of the longest sound beginning that ends between two characters: what is found must stand right behind it. */
function soundPrefix(bytes: Buffer): number {
  let length = bytes.length;
  while (!isUtf8(bytes.subarray(0, length))) length--;
  return length;
}

describe('findInvalidUtf8', () => {
  it('names the byte behind the longest sound beginning', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const bytes = Buffer.concat(pieces);
        const found = findInvalidUtf8(bytes, 0, bytes.length);
        expect(found).toBe(isUtf8(bytes) ? -1 : soundPrefix(bytes));
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('finds a fault wherever it stands to the ends of blocks, behind characters of any width', () => {
    for (const character of ['a', 'é', '€', '😀']) {
      for (let shift = 0; shift < 4; shift++) {
        const sound = Buffer.from('x'.repeat(shift) + character.repeat(12_000));
        expect(findInvalidUtf8(sound, 0, sound.length)).toBe(-1);
        const width = Buffer.byteLength(character);
        for (const index of [0, 4_095, 4_096, 8_191, 8_192, 11_999]) {
          const at = shift + index * width;
          const bytes = Buffer.concat([sound.subarray(0, at), Buffer.from([0x80]), sound.subarray(at)]);
          expect(findInvalidUtf8(bytes, 0, bytes.length)).toBe(at);
        }
      }
    }
  });

  it('looks only between its bounds', () => {
    const bytes = Buffer.from([0xff, 0x61, 0xff]);
    expect(findInvalidUtf8(bytes, 1, 2)).toBe(-1);
    expect(findInvalidUtf8(bytes, 1, 3)).toBe(2);
  });
});
