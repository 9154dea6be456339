import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../core/contracts/event.ts';
import { readRun } from '../../../engine/runs/read-run.ts';
import { emptyRoot, open, planOf, succeeded } from './fixture.ts';

describe('openRun', () => {
  it('writes the record of a running run with its process, the plan word for word, and its first event', () => {
    const root = emptyRoot();
    const run = open(root);
    const stored = readRun(root, run.runId);
    expect(run.runId).toMatch(/^\d{8}T\d{6}Z-claim-[0-9a-f]{4}$/);
    expect(stored?.record).toMatchObject({
      status: 'running',
      exitCode: null,
      dataset: 'claim',
      originLines: { 'cast:billed': 12 },
      places: { run: `.pistevo/runs/${run.runId}/` },
      process: { pid: process.pid },
    });
    expect(stored?.plan).toEqual(planOf('claim'));
    expect(stored?.events.map((event) => event.kind)).toEqual(['run-started']);
  });

  it('numbers events from 1 without gaps, and hands the same ones on live', () => {
    const root = emptyRoot();
    const live: RunEvent[] = [];
    const run = open(root, 'claim', { onEvent: (event) => live.push(event) });
    for (let at = 0; at < 500; at += 1)
      run.emit({ kind: 'stage-progress', stage: 'read', rows: at, bytes: at });
    run.emit({ kind: 'stage-progress', stage: 'merge', rows: 1, bytes: 1 });
    run.end(succeeded);
    const stored = readRun(root, run.runId);
    expect(stored?.events).toEqual(live);
    expect(live.map((event) => event.seq)).toEqual(live.map((_, at) => at + 1));
    const progress = live.filter((event) => event.kind === 'stage-progress');
    expect(progress.filter((event) => event.stage === 'read').length).toBeLessThan(20);
    expect(progress.at(-1)?.stage).toBe('merge');
  });

  it('ends the record with the status, the counts and the reason', () => {
    const root = emptyRoot();
    const run = open(root);
    const { problem } = run.end({
      ...succeeded,
      status: 'rejected',
      exitCode: 3,
      reason: 'Too bad.',
      code: 'max_bad',
    });
    expect(problem).toBeNull();
    const record = readRun(root, run.runId)?.record;
    expect(record).toMatchObject({ status: 'rejected', exitCode: 3, reason: 'Too bad.', code: 'max_bad' });
    expect(record?.places).toEqual({ target: 'target/billing.duckdb', run: `.pistevo/runs/${run.runId}/` });
    expect(record?.endedAt).toMatch(/Z$/);
    expect(readdirSync(run.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('keeps log text in files and says in the stream how far they have grown', () => {
    const root = emptyRoot();
    const run = open(root);
    for (let at = 0; at < 50; at += 1) run.log('engine', `line ${at}\n`);
    run.log('../outside', 'é');
    run.end(succeeded);
    const text = readFileSync(join(run.folder, 'logs', 'engine.log'), 'utf8');
    expect(text.split('\n')).toHaveLength(51);
    expect(existsSync(join(run.folder, 'logs', '___outside.log'))).toBe(true);
    const advanced = readRun(root, run.runId)?.events.filter((event) => event.kind === 'log-advanced') ?? [];
    expect(advanced.filter((event) => event.stream === 'engine').at(-1)).toMatchObject({
      lines: 50,
      bytes: Buffer.byteLength(text),
    });
    expect(advanced.find((event) => event.stream === '___outside')).toMatchObject({ bytes: 3, lines: 1 });
  });

  it('makes a safe folder name of a hostile dataset name', () => {
    const root = emptyRoot();
    const run = open(root, '../../x/\u0007');
    expect(run.runId).toMatch(/^\d{8}T\d{6}Z-______x__-[0-9a-f]{4}$/);
    expect(readdirSync(join(root, '.pistevo', 'runs'))).toEqual([run.runId]);
    expect(readFileSync(join(root, '.pistevo', '.gitignore'), 'utf8')).toBe('*\n');
  });

  it('gives runs of the same second folders of their own', () => {
    const root = emptyRoot();
    const now = () => new Date('2026-11-22T23:54:27.123Z');
    const ids = Array.from({ length: 30 }, () => open(root, 'claim', { now }).runId);
    expect(new Set(ids).size).toBe(30);
    expect(ids[0]).toMatch(/^20261122T235427Z-claim-/);
  });

  it('is read in spite of a torn last line', () => {
    const root = emptyRoot();
    const run = open(root);
    appendFileSync(join(run.folder, 'events.ndjson'), '{"v":1,"kind":"stage-sta');
    expect(readRun(root, run.runId)?.events.map((event) => event.kind)).toEqual(['run-started']);
  });
});
