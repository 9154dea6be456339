import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLineFile } from '../../../engine/runs/append-lines.ts';
import { createThrottle } from '../../../engine/runs/throttle.ts';
import { writeAtomically } from '../../../engine/runs/write-atomically.ts';

const folder = mkdtempSync(join(tmpdir(), 'pistevo-lines-'));

describe('openLineFile', () => {
  it('keeps the first failure instead of throwing it', () => {
    // /dev/full answers every write with ENOSPC, as a full disk does.
    const file = openLineFile('/dev/full');
    file.append('one');
    expect((file.problem() as NodeJS.ErrnoException).code).toBe('ENOSPC');
    file.append('two');
    file.close();
    expect((file.problem() as NodeJS.ErrnoException).code).toBe('ENOSPC');
  });

  it('appends to what is there', () => {
    for (const line of ['one', 'zwei ü']) {
      const file = openLineFile(join(folder, 'a'));
      file.append(line);
      file.close();
      expect(file.problem()).toBeNull();
    }
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('one\nzwei ü\n');
  });
});

describe('writeAtomically', () => {
  it('leaves the old text when the new one cannot be put there', () => {
    const file = join(folder, 'b');
    writeAtomically(file, 'old');
    expect(() => writeAtomically(join(file, 'inside-a-file'), 'new')).toThrow();
    expect(readFileSync(file, 'utf8')).toBe('old');
  });
});

describe('createThrottle', () => {
  it('passes the first of each name, then one an interval', () => {
    let now = 0;
    const may = createThrottle(100, () => now);
    expect([may('a'), may('b'), may('a')]).toEqual([true, true, false]);
    now = 100;
    expect([may('a'), may('a')]).toEqual([true, false]);
  });
});
