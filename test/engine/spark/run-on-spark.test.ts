import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { NewEvent } from '../../../core/contracts/event.ts';
import { noCounts } from '../../../core/contracts/no-counts.ts';
import type { Plan } from '../../../core/contracts/plan.ts';
import { runOnSpark } from '../../../engine/spark/run-on-spark.ts';

/** Beginning of a program that speaks as a driver does; it stands where `spark-submit` would. */
const speak = `#!${process.execPath}
const os = require('node:os');
const say = (value) => console.log('PISTEVO ' + JSON.stringify(value));
`;
const runId = '20261123T010000Z-people-0000';

interface Standing {
  readonly events: NewEvent[];
  readonly logged: string[];
  readonly root: string;
  readonly cancel: AbortController;
}

function run(program: string | null, prepare: (standing: Standing) => void = () => {}) {
  const root = mkdtempSync(join(tmpdir(), 'pistevo-drive-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const submit = join(root, 'spark-submit');
  if (program !== null) {
    writeFileSync(submit, speak + program);
    chmodSync(submit, 0o755);
  }
  const standing: Standing = { events: [], logged: [], root, cancel: new AbortController() };
  prepare(standing);
  const outcome = runOnSpark({
    root,
    plan: { dataset: 'people', targetPath: 'target/' } as Plan,
    dataset: 'people',
    runId,
    command: 'pistevo run people',
    action: { kind: 'run' },
    spark: { kind: 'spark', submit, version: null, python: null },
    scripts: '/nowhere',
    release: 'file:///nowhere/',
    folder: join(root, 'driver'),
    environment: { PATH: process.env['PATH'] },
    signal: standing.cancel.signal,
    emit: (event) => standing.events.push(event),
    log: (stream, text) => standing.logged.push(`${stream}: ${text}`),
    graceMs: 1500,
  });
  return { outcome, standing };
}

function cancelAtFirstEvent({ events, cancel }: Standing): void {
  const push = events.push.bind(events);
  events.push = (...added) => {
    cancel.abort();
    return push(...added);
  };
}

function keepRecord(root: string, text: string): void {
  const folder = join(root, 'target/people__v/_runs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${runId}.json`), text);
}

describe('a run on Spark', () => {
  it('hands on events and outcome, and keeps the words of Spark in logs', async () => {
    const { outcome, standing } = run(`
      console.error('WARN NativeCodeLoader');
      say({ kind: 'stage-started', stage: 'discover' });
      console.log('people: succeeded');
      say({ kind: 'outcome', status: 'succeeded', exitCode: 0, counts: { records: 3 }, places: { target: 'target/x' } });
    `);
    expect(await outcome).toEqual({
      status: 'succeeded',
      exitCode: 0,
      counts: { ...noCounts, records: 3 },
      places: { target: 'target/x' },
    });
    expect(standing.events).toEqual([{ kind: 'stage-started', stage: 'discover' }]);
    expect(standing.logged.toSorted()).toEqual(['driver: people: succeeded', 'spark: WARN NativeCodeLoader']);
  });

  it('says so when Spark ends without a word', async () => {
    const { outcome } = run('process.exit(1);');
    expect(await outcome).toMatchObject({ status: 'failed', exitCode: 4, code: 'spark_ended' });
    expect((await outcome).reason).toContain('exit code 1');
  });

  it('believes the record beside the target when the stream broke off', async () => {
    const { outcome } = run('process.kill(process.pid, "SIGKILL");', ({ root }) =>
      keepRecord(
        root,
        JSON.stringify({ v: 1, outcome: { status: 'rejected', exitCode: 3, code: 'too_bad' } }),
      ),
    );
    expect(await outcome).toMatchObject({
      status: 'rejected',
      exitCode: 3,
      code: 'too_bad',
      counts: noCounts,
    });
  });

  it('takes half a record for none', async () => {
    const { outcome } = run('', ({ root }) => keepRecord(root, '{"v":1,"outco'));
    expect(await outcome).toMatchObject({ code: 'spark_ended' });
  });

  it('says so when the program is not there', async () => {
    expect(await run(null).outcome).toMatchObject({ status: 'failed', code: 'spark_not_started' });
  });

  it('asks the driver to stop and takes its answer', async () => {
    const { outcome } = run(
      `
      process.on('SIGTERM', () => {
        say({ kind: 'outcome', status: 'cancelled', exitCode: 130, code: 'cancelled', reason: 'It was cancelled.' });
        process.exit(0);
      });
      say({ kind: 'driver', pid: process.pid, host: os.hostname() });
      say({ kind: 'stage-started', stage: 'read' });
      setTimeout(() => {}, 20_000);
    `,
      cancelAtFirstEvent,
    );
    expect(await outcome).toMatchObject({ status: 'cancelled', exitCode: 130, reason: 'It was cancelled.' });
  });

  it('waits to learn which process the driver is, and then asks it', async () => {
    const { outcome } = run(
      `
      process.on('SIGTERM', () => { say({ kind: 'outcome', status: 'cancelled', exitCode: 130 }); process.exit(0); });
      setTimeout(() => say({ kind: 'driver', pid: process.pid, host: os.hostname() }), 300);
      setTimeout(() => {}, 20_000);
    `,
      ({ cancel }) => cancel.abort(),
    );
    expect(await outcome).toMatchObject({ status: 'cancelled' });
  });

  it('ends a driver by force that does not stop, with all that it started', async () => {
    const started = performance.now();
    const { outcome } = run(
      `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'inherit' });
      process.on('SIGTERM', () => {});
      say({ kind: 'driver', pid: process.pid, host: os.hostname() });
      say({ kind: 'stage-started', stage: 'read' });
      setTimeout(() => {}, 60_000);
    `,
      cancelAtFirstEvent,
    );
    expect(await outcome).toMatchObject({ status: 'failed', code: 'spark_ended' });
    // The child holds the same pipe, so that its end is waited for as well: a minute, had it been spared.
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('never signals a process of another machine', async () => {
    const { outcome, standing } = run(
      `
      process.on('SIGTERM', () => { console.log('was asked'); process.exit(0); });
      say({ kind: 'driver', pid: process.pid, host: 'node-17.example' });
      say({ kind: 'stage-started', stage: 'read' });
      setTimeout(() => {}, 60_000);
    `,
      cancelAtFirstEvent,
    );
    expect(await outcome).toMatchObject({ code: 'spark_ended' });
    expect(standing.logged).toEqual([]);
  });
});
