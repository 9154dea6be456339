import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../core/text/sha256.ts';

describe('sha256Hex', () => {
  it.each(['', 'abc', 'Grüße, 世界 🌍', 'x'.repeat(100_000)])('gives the digest that Node gives', (text) => {
    expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });
});
