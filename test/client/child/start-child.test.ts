import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { askChild } from '../../../client/child/ask-child.ts';
import { type Launch, startChild } from '../../../client/child/start-child.ts';

const folder = mkdtempSync(join(tmpdir(), 'pistevo-child-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program in the command line's place. */
function launch(source: string, args: readonly string[] = []): Launch {
  const commandLine = join(folder, `program-${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(commandLine, source);
  return {
    runtime: process.execPath,
    commandLine,
    args,
    folder,
    variables: process.env,
    secrets: { PISTEVO_MASK_KEY: 'a secret of some length' },
  };
}

test('answers, notes, exit code and folder come back; characters cut between pieces are whole', async () => {
  const answer = await askChild(
    launch(`
      const bytes = Buffer.from('né\\n');
      process.stdout.write(bytes.subarray(0, 2));
      setTimeout(() => {
        process.stdout.write(bytes.subarray(2));
        console.error('note ' + process.argv.slice(2).join(' '));
        process.exitCode = 3;
        process.stdin.destroy();
      }, 30);`),
  );
  expect(answer).toEqual({ code: 3, text: 'né', notes: 'note ' });
});

test('a secret is in the environment and not in the arguments', async () => {
  const answer = await askChild(
    launch(
      `console.log(process.env.PISTEVO_MASK_KEY, process.argv.length, process.env.ELECTRON_RUN_AS_NODE); process.stdin.destroy();`,
      ['run', 'claim'],
    ),
  );
  expect(answer.text).toBe('a secret of some length 4 1');
});

test('cancelling writes to the control stream, and the child ends in its own way', async () => {
  const lines: string[] = [];
  const child = startChild(
    launch(`
      console.log('ready');
      process.stdin.on('data', (bytes) => {
        console.log('told ' + bytes.toString().trim());
        process.exitCode = 130;
        process.stdin.destroy();
      });`),
    {
      onLine(line) {
        lines.push(line);
        if (line === 'ready') child.cancel(10_000);
      },
      onNote: () => undefined,
    },
  );
  expect(await child.ended).toEqual({ code: 130, problem: null });
  expect(lines).toEqual(['ready', 'told {"kind":"cancel"}']);
});

test('a child that does not listen is ended after the grace period, with what it started', async () => {
  let grandchild = 0;
  const child = startChild(
    launch(`
      import { spawn } from 'node:child_process';
      const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      console.log(other.pid);
      process.stdin.resume();
      setInterval(() => {}, 1000);`),
    {
      onLine(line) {
        grandchild = Number(line);
        child.cancel(50);
      },
      onNote: () => undefined,
    },
  );
  expect(await child.ended).toEqual({ code: null, problem: null });
  await expect.poll(() => isThere(grandchild)).toBe(false);
});

test('a runtime that is not there is a problem, and no exception', async () => {
  const answer = await askChild({ ...launch(''), runtime: join(folder, 'no-such-node') });
  expect(answer.code).toBeNull();
  expect(answer.notes).toMatch(/no-such-node cannot be started/);
});

test('a signal that is aborted already cancels at once', async () => {
  const answer = await askChild(
    launch(`process.stdin.on('data', () => { process.exitCode = 130; process.stdin.destroy(); });`),
    AbortSignal.abort(),
  );
  expect(answer.code).toBe(130);
});

/** A process whose parent is gone may wait to be reaped; it runs no more. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !isZombie(pid);
}

function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
