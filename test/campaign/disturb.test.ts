import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { runAll } from './command.ts';
import { appendDuring, type Prepared, prepare, runOnSmallDisk, runTogether } from './disturb.ts';
import { readTables } from './inspect.ts';

let prepared: Prepared | null = null;
afterEach(async () => {
  if (prepared !== null) await rm(prepared.folder, { recursive: true, force: true });
  prepared = null;
});

const size = { patients: 60, claims: 300 };
const record = 'C999999,P1,12.5,T,late,2026-09-19';
const attempts = 8;

/** A run whose source changed at that stage; one that had archived the file before its event was heard is tried anew. */
async function changedAt(
  stage: string,
): Promise<{ readonly prepared: Prepared; readonly exitCode: number | null }> {
  for (let attempt = 1; ; attempt += 1) {
    const fresh = await prepare(31, size);
    const { did, ended } = await appendDuring(fresh, stage, record);
    if (did) return { prepared: fresh, exitCode: ended.exitCode };
    await rm(fresh.folder, { recursive: true, force: true });
    if (attempt === attempts)
      throw new Error(`${attempts} runs were through with ${stage} before it was heard of`);
  }
}

describe('two runs at once', () => {
  test('take every file once, and the second names the first or finds nothing to do', async () => {
    prepared = await prepare(21, size);
    const { ended, faults } = await runTogether(prepared);
    expect(faults).toEqual([]);
    const codes = ended.map((one) => one.exitCode);
    expect(codes).toContain(0);
    for (const one of ended) {
      if (one.exitCode !== 0) expect(one.stderr + JSON.stringify(one.events)).toMatch(/pid \d+/);
    }
  }, 120_000);
});

describe('a source file that changes during a run', () => {
  for (const stage of ['discover', 'stage', 'check', 'gate', 'merge', 'commit', 'archive']) {
    test(`at ${stage} loses no record: the next run has them all`, async () => {
      const changed = await changedAt(stage);
      prepared = changed.prepared;
      expect([0, 4]).toContain(changed.exitCode);
      const again = await runAll(prepared.root);
      expect(again.stderr).not.toMatch(/at .*\.js:\d+/);
      expect(again.exitCode).toBe(0);
      const state = await readTables(prepared.root);
      const ids = (state?.['claim'] ?? []).map((row) => /C\d+/.exec(row)?.[0]);
      expect(ids).toContain('C999999');
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBe((prepared.expected.after['claim'] ?? []).length + 1);
    }, 120_000);
  }
});

describe('a full disk', () => {
  for (const sizeKib of [700, 1400, 2200, 3200]) {
    test(`of ${sizeKib} KiB leaves the old state, and the run succeeds once there is room`, async () => {
      prepared = await prepare(41, size);
      const outcome = await runOnSmallDisk(prepared, sizeKib);
      if (outcome === null) {
        console.warn('not run: this machine does not allow mounting a tmpfs');
        expect(process.env['CI'], 'a tmpfs cannot be mounted here').not.toBe('true');
        return;
      }
      expect(outcome.faults).toEqual([]);
      expect([0, 4]).toContain(outcome.ended.exitCode);
    }, 120_000);
  }
});
