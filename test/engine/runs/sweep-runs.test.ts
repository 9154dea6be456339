import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noCounts } from '../../../core/contracts/no-counts.ts';
import { isProcessAlive, ownIdentity } from '../../../engine/runs/process-identity.ts';
import type { RunRecord } from '../../../engine/runs/run-record.ts';
import { sweepRuns } from '../../../engine/runs/sweep-runs.ts';
import { emptyRoot, open, succeeded } from './fixture.ts';

function change(folder: string, part: Partial<RunRecord>): void {
  const file = join(folder, 'run.json');
  const record = JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
  writeFileSync(file, JSON.stringify({ ...record, ...part }));
}

/** Identity of a process that ended: its pid is free, or someone else's with another start. */
function deadIdentity() {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  return { ...ownIdentity(), pid, start: 'gone' };
}

describe('isProcessAlive', () => {
  it('knows its own process, a dead one, and a pid that was given away', async () => {
    expect(await isProcessAlive(ownIdentity())).toBe(true);
    expect(await isProcessAlive(deadIdentity())).toBe(false);
    expect(await isProcessAlive({ ...ownIdentity(), start: '1' })).toBe(false);
    expect(await isProcessAlive({ ...ownIdentity(), host: 'elsewhere' })).toBe('unknown');
    expect(await isProcessAlive({ ...ownIdentity(), pid: -1 })).toBe(false);
  });

  it('knows another living process by the identity it wrote', async () => {
    const child = spawn('sleep', ['30']);
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const start = `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
    expect(await isProcessAlive({ ...ownIdentity(), pid: child.pid!, start })).toBe(true);
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    expect(await isProcessAlive({ ...ownIdentity(), pid: child.pid!, start })).toBe(false);
  });
});

describe('sweepRuns', () => {
  it('fails a run whose process is gone, as interrupted, and says that nothing was committed', async () => {
    const root = emptyRoot();
    const run = open(root);
    change(run.folder, { process: deadIdentity() });
    const [swept, ...more] = await sweepRuns(root, new Date());
    expect(more).toEqual([]);
    expect(swept).toMatchObject({ runId: run.runId, status: 'failed', exitCode: 4, code: 'interrupted' });
    expect(swept?.reason).toContain('the target is what it was');
    expect(await sweepRuns(root, new Date())).toEqual([]);
  });

  it('says so when the commit was already made', async () => {
    const root = emptyRoot();
    const run = open(root);
    run.emit({ kind: 'committed', counts: { ...noCounts, inserted: 3 } });
    change(run.folder, { process: deadIdentity() });
    const [swept] = await sweepRuns(root, new Date());
    expect(swept).toMatchObject({ status: 'failed', counts: { inserted: 3 } });
    expect(swept?.reason).toContain('the delivery is in the target');
  });

  it('believes the events where the last record could not be written', async () => {
    const root = emptyRoot();
    const run = open(root);
    run.end({ ...succeeded, status: 'rejected', exitCode: 3, code: 'max_bad', reason: 'Too bad.' });
    change(run.folder, { status: 'running', exitCode: null, process: deadIdentity() });
    const [swept] = await sweepRuns(root, new Date());
    expect(swept).toMatchObject({ status: 'rejected', exitCode: 3, code: 'max_bad', reason: 'Too bad.' });
  });

  it('leaves a living run alone, and one of another host until it has been silent for a day', async () => {
    const root = emptyRoot();
    open(root);
    const foreign = open(root, 'patients');
    change(foreign.folder, { process: { pid: 1, host: 'elsewhere', start: 'x' } });
    expect(await sweepRuns(root, new Date())).toEqual([]);
    const old = new Date(Date.now() - 2 * 24 * 3600 * 1000);
    utimesSync(join(foreign.folder, 'events.ndjson'), old, old);
    expect((await sweepRuns(root, new Date())).map((run) => run.runId)).toEqual([foreign.runId]);
  });
});
