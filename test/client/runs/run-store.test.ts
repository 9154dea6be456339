import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runPaths } from '../../../client/runs/run-paths.ts';
import { createRunStore } from '../../../client/runs/run-store.ts';
import { recordOf } from '../support/record.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pistevo-runs-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const id = '20261123T080000Z-books-0a1b';
const alive = { pid: process.pid, host: hostname() };
const stage = (seq: number, rows: number) => ({
  v: 1,
  runId: id,
  seq,
  at: '',
  kind: 'stage-progress',
  stage: 'read',
  rows,
  bytes: 0,
});

function writeRecord(changes: Parameters<typeof recordOf>[0]) {
  const record = recordOf(changes);
  const paths = runPaths(root, record.runId);
  mkdirSync(paths.folder, { recursive: true });
  writeFileSync(paths.record, JSON.stringify({ v: 1, ...record }));
  return paths;
}

function openStore() {
  let changes = 0;
  const store = createRunStore({ onChange: () => (changes += 1) });
  return { store, changes: () => changes };
}

test('a run begun elsewhere is seen, followed from where it was, and ends', async () => {
  const { store, changes } = openStore();
  await store.refresh([root]);
  expect(store.all()).toEqual([]);
  const { events } = writeRecord({ status: 'running', endedAt: null, process: alive });
  writeFileSync(events, `${JSON.stringify(stage(1, 10))}\n${JSON.stringify(stage(2, 20)).slice(0, 9)}`);
  await store.refresh([root]);
  expect(store.all()[0]?.progress).toMatchObject({ seq: 1, stages: [{ stage: 'read', rows: 10 }] });
  appendFileSync(events, `${JSON.stringify(stage(2, 20)).slice(9)}\n`);
  await store.refresh([root]);
  expect(store.find(root, id)?.progress).toMatchObject({ seq: 2, stages: [{ rows: 20 }] });
  const before = changes();
  await store.refresh([root]);
  expect(changes()).toBe(before);
  writeRecord({ status: 'succeeded' });
  await store.refresh([root]);
  expect(store.find(root, id)?.record.status).toBe('succeeded');
});

test('a run whose process is gone is interrupted, until the command line has ended its record', async () => {
  const { store } = openStore();
  writeRecord({ status: 'running', endedAt: null, process: { pid: 2 ** 22 + 1, host: hostname() } });
  await store.refresh([root]);
  expect(store.all()[0]?.record.status).toBe('interrupted');
  writeRecord({ status: 'failed', code: 'interrupted' });
  await store.refresh([root]);
  expect(store.all()[0]?.record).toMatchObject({ status: 'failed', code: 'interrupted' });
});

test('a run on another host counts as running: nobody here can ask', async () => {
  const { store } = openStore();
  writeRecord({ status: 'running', endedAt: null });
  await store.refresh([root]);
  expect(store.all()[0]?.record.status).toBe('running');
});

test('the latest run stands first, and removed ones go', async () => {
  const { store } = openStore();
  writeRecord({});
  const later = '20261123T090000Z-loans-0000';
  const { folder } = writeRecord({ runId: later, dataset: 'loans', startedAt: '2026-11-23T09:00:00.000Z' });
  await store.refresh([root]);
  expect(store.all().map(({ record }) => record.dataset)).toEqual(['loans', 'books']);
  rmSync(folder, { recursive: true });
  await store.refresh([root]);
  expect(store.all().map(({ record }) => record.dataset)).toEqual(['books']);
});

test('the events of a past run are read when somebody asks', async () => {
  const { store } = openStore();
  const { events } = writeRecord({});
  writeFileSync(events, `not an event\n${JSON.stringify(stage(1, 10))}\n`);
  await store.refresh([root]);
  expect(store.all()[0]?.progress).toBeNull();
  expect((await store.load(root, id))?.progress?.seq).toBe(1);
  expect(await store.load(root, 'nothing')).toBeNull();
});

test('folders and records that are not ours are left out', async () => {
  const { store } = openStore();
  const { record } = writeRecord({});
  writeFileSync(record, '{"v":2}');
  mkdirSync(join(root, '.pistevo/runs/notes'));
  await store.refresh([root, join(root, 'no-such-folder')]);
  expect(store.all()).toEqual([]);
});
