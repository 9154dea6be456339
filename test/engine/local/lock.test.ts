import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { heldLocks, type LockRequest, lockHolder, takeLock } from '../../../engine/local/lock.ts';
import { ownIdentity } from '../../../engine/runs/process-identity.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pistevo-lock-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

function request(more: Partial<LockRequest> = {}): LockRequest {
  const signal = new AbortController().signal;
  return { folder, name: 'commit', runId: 'run-1', command: 'pistevo run claim', waitMs: 0, signal, ...more };
}

/** A lock file of a process that does not run: the pid of one that has ended, or of another boot. */
function holderOf(process: object): string {
  return JSON.stringify({
    process,
    runId: 'dead-run',
    command: 'pistevo run dead',
    since: '2026-01-01T00:00:00Z',
  });
}

test('a lock that is free is taken, names its holder, and leaves no file when it is released', async () => {
  const lock = await takeLock(request());
  expect(await lockHolder(folder, 'commit')).toMatchObject({ runId: 'run-1', command: 'pistevo run claim' });
  await lock.release();
  expect(await lockHolder(folder, 'commit')).toBeNull();
  expect(await readdir(folder)).toEqual([]);
});

test('another run of the same process waits, however short its patience, and only one holds at a time', async () => {
  let holding = 0;
  let most = 0;
  const contend = async (runId: string) => {
    const lock = await takeLock(request({ runId }));
    holding += 1;
    most = Math.max(most, holding);
    await new Promise((resolve) => setTimeout(resolve, 5));
    holding -= 1;
    await lock.release();
  };
  await Promise.all(Array.from({ length: 8 }, (_, index) => contend(`run-${index}`)));
  expect(most).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test('a lock held by another living process fails by naming the run, the command and the process', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  onTestFinished(() => void child.kill());
  await once(child, 'spawn');
  const startOfOther = await identityOf(child.pid ?? 0);
  await writeFile(join(folder, `commit.${child.pid}.00.lock`), holderOf(startOfOther));
  const taken = takeLock(request({ waitMs: 30 }));
  await expect(taken).rejects.toMatchObject({ status: 'failed', code: 'locked' });
  await expect(taken).rejects.toThrow(`run \`dead-run\` (\`pistevo run dead\`, process ${child.pid}`);
  expect((await readdir(folder)).length).toBe(1);
});

test('a lock of a process that is gone is taken over, also when its pid is in use again', async () => {
  const own = ownIdentity();
  await writeFile(join(folder, 'commit.1.00.lock'), holderOf({ ...own, pid: 2 ** 22 + 1 }));
  await writeFile(join(folder, 'commit.2.00.lock'), holderOf({ ...own, start: 'another boot:1' }));
  const lock = await takeLock(request());
  expect((await readdir(folder)).length).toBe(1);
  await lock.release();
});

test('many processes taking over one dead lock never hold it together', async () => {
  await writeFile(join(folder, 'commit.1.00.lock'), holderOf({ ...ownIdentity(), pid: 2 ** 22 + 1 }));
  const script = `
    import { takeLock } from ${JSON.stringify(join(import.meta.dirname, '../../../engine/local/lock.ts'))};
    import { openSync, closeSync, rmSync } from 'node:fs';
    const signal = new AbortController().signal;
    for (let turn = 0; turn < 3; turn += 1) {
      const lock = await takeLock({ folder: ${JSON.stringify(folder)}, name: 'commit', runId: 'r', command: 'c', waitMs: 20000, signal });
      closeSync(openSync(${JSON.stringify(join(folder, 'inside'))}, 'wx'));
      await new Promise((resolve) => setTimeout(resolve, 3));
      rmSync(${JSON.stringify(join(folder, 'inside'))});
      await lock.release();
    }`;
  const codes = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return (await once(child, 'exit'))[0] as number;
    }),
  );
  expect(codes).toEqual([0, 0, 0]);
});

test('a lock of another host is respected, because nothing here can tell whether its process lives', async () => {
  await writeFile(join(folder, 'commit.1.00.lock'), holderOf({ pid: 1, host: 'elsewhere', start: '1' }));
  await expect(takeLock(request())).rejects.toThrow('process 1 on elsewhere');
});

test('a lock file that cannot be read is respected, and the message says which file to remove', async () => {
  await writeFile(join(folder, 'commit.1.00.lock'), 'torn');
  await expect(takeLock(request())).rejects.toThrow(
    /cannot be read; when no run is going on, remove .*commit\.\*\.lock/,
  );
  expect(await heldLocks(folder)).toEqual([{ name: 'commit', holder: 'unreadable' }]);
});

test('waiting ends as cancelled when the signal is aborted', async () => {
  await writeFile(join(folder, 'commit.1.00.lock'), 'torn');
  const controller = new AbortController();
  const taken = takeLock(request({ waitMs: 60_000, signal: controller.signal }));
  setTimeout(() => controller.abort(), 20);
  await expect(taken).rejects.toMatchObject({ status: 'cancelled' });
});

test('names that differ never share a lock, whatever signs they hold', async () => {
  const names = ['dataset:a', 'dataset:a.1', 'dataset:a/1', 'dataset:ä', 'dataset:A'];
  const locks = [];
  for (const name of names) locks.push(await takeLock(request({ name })));
  expect((await heldLocks(folder)).map((held) => held.name).sort()).toEqual([...names].sort());
  for (const lock of locks) await lock.release();
});

async function identityOf(pid: number): Promise<object> {
  const { readFile } = await import('node:fs/promises');
  const own = ownIdentity();
  if (process.platform !== 'linux') return { ...own, pid, start: String(Date.now()) };
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return { ...own, pid, start: `${own.start.split(':')[0]}:${ticks}` };
}
