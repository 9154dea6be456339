import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gzip } from '../../samples/gzip.ts';

describe('gzip', () => {
  it.each([0, 1, 65_534, 65_535, 65_536, 200_000])('writes %i bytes that any gunzip reads back', (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 31 + (index >> 8)) & 0xff);
    expect(Buffer.compare(gunzipSync(gzip(bytes)), bytes)).toBe(0);
  });
});
