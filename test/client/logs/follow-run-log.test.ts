import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { followRunLog } from '../../../client/logs/follow-run-log.ts';
import { runPaths } from '../../../client/runs/run-paths.ts';

const root = mkdtempSync(join(tmpdir(), 'pistevo-log-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const line = (seq: number, event: object) =>
  `${JSON.stringify({ v: 1, runId: 'r', seq, at: '2026-11-23T08:00:01.000Z', ...event })}\n`;

test('events come in words, streams with their names, and only what is new', async () => {
  const paths = runPaths(root, 'r');
  mkdirSync(paths.logs, { recursive: true });
  writeFileSync(
    paths.events,
    line(1, { kind: 'run-started', dataset: 'books', engine: 'local', environment: null, isDryRun: false }) +
      line(2, { kind: 'stage-progress', stage: 'read', rows: 1, bytes: 1 }) +
      line(3, {
        kind: 'rule-result',
        rule: 'min:fee',
        severity: 'warn',
        failing: 2,
        samples: [{ file: 'a\u001b.csv', line: 4 }],
      }) +
      line(4, { kind: 'log-advanced', stream: 'engine', bytes: 6, lines: 1 }) +
      line(5, { kind: 'log-advanced', stream: '../../secret', bytes: 6, lines: 1 }),
  );
  writeFileSync(join(paths.logs, 'engine.log'), 'hello\n');
  writeFileSync(join(root, '.pistevo', 'runs', 'secret.log'), 'no\n');
  const log = followRunLog(root, 'r');
  expect(await log.more()).toEqual([
    '08:00:01  Run of books on local (r)',
    '08:00:01  rule min:fee: 2 records, warn (a\\u{1b}.csv:4)',
    'engine    hello',
  ]);
  expect(await log.more()).toEqual([]);
  appendFileSync(join(paths.logs, 'engine.log'), 'again\n');
  expect(await log.more()).toEqual(['engine    again']);
});

test('every kind of event that a person cares for has words', async () => {
  const counts = {
    inserted: 2,
    updated: 0,
    deleted: 0,
    unchanged: 0,
    superseded: 0,
    stale: 0,
    quarantined: 1,
    malformed: 0,
  };
  mkdirSync(runPaths(root, 's').folder, { recursive: true });
  writeFileSync(
    runPaths(root, 's').events,
    [
      { kind: 'stage-started', stage: 'read' },
      { kind: 'stage-ended', stage: 'read', rows: 3, elapsedMs: 40 },
      { kind: 'file-seen', file: 'a.csv', sizeBytes: 1, state: 'empty_file', reason: 'it is empty' },
      { kind: 'file-read', file: 'a.csv', records: 3, malformed: 0, blankLines: 0 },
      { kind: 'drift-seen', file: 'a.csv', missing: ['x'], unknown: ['y', 'z'], isReordered: true },
      { kind: 'rule-result', rule: 'min:fee', severity: 'warn', failing: 0, samples: [] },
      { kind: 'warning', code: 'late', message: 'Late.' },
      { kind: 'committed', counts },
      { kind: 'run-ended', status: 'no_input', exitCode: 0, counts, reason: 'Nothing.' },
    ]
      .map((event, at) => line(at + 1, event))
      .join(''),
  );
  expect((await followRunLog(root, 's').more()).map((text) => text.slice(10))).toEqual([
    'reading …',
    'reading: 3 rows in 0.04 s',
    'file a.csv: empty file, it is empty',
    'file a.csv: 3 records, 0 malformed',
    'file a.csv: columns differ from the schema: missing x; unknown y, z; another order',
    'warning late: Late.',
    'committed: 2 inserted, 1 quarantined',
    'ended: no input. Nothing.',
  ]);
});
