import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeClaims } from '../../../bench/ingest/write-claims.ts';

const folder = mkdtempSync(join(tmpdir(), 'pistevo-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function claimsOf(seed: number): Buffer {
  const path = join(folder, 'claims.csv');
  writeClaims({ path, rows: 2_200, firstClaim: 1, modified: '2026-11-01', seed });
  return readFileSync(path);
}

describe('the claims of the benchmark', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(claimsOf(3).equals(claimsOf(3))).toBe(true);
    expect(claimsOf(3).equals(claimsOf(4))).toBe(false);
  });

  it('hold one defect in a hundred records, each of eleven kinds as often', () => {
    const lines = claimsOf(3).toString('latin1').split('\n').slice(1, -1);
    expect(lines).toHaveLength(2_200);
    const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
    for (const defect of [
      /^,/,
      /,P0,/,
      /teleport/,
      /n\/a/,
      /,-12\.00,/,
      /,75,/,
      /13\/45/,
      /,surplus$/,
      /12" by/,
      /\0/,
      /\xe9/,
    ]) {
      expect(count(defect), String(defect)).toBe(2);
    }
  });
});
