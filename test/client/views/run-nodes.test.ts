import { expect, test } from 'vitest';
import type { RunProgress } from '../../../client/runs/run-progress.ts';
import { noProgress } from '../../../client/runs/run-progress.ts';
import { runDetails, runNode } from '../../../client/views/run-nodes.ts';
import type { Plan } from '../../../core/contracts/plan.ts';
import { recordOf } from '../support/record.ts';

const now = Date.parse('2026-11-23T08:05:00.000Z');
const stage = { stage: 'read', rows: 10, bytes: 0, totalBytes: null, elapsedMs: null } as const;

test('a live run says what goes on, a past one how it ended and when', () => {
  const live = recordOf({ status: 'running', endedAt: null });
  const progress = { ...noProgress, stages: [stage] };
  expect(runNode({ root: '/p', record: live, progress }, now).description).toBe('reading, 10 rows');
  expect(runNode({ root: '/p', record: recordOf({}), progress: null }, now).description).toBe(
    'succeeded · 5 min ago',
  );
  const counts = { inserted: 2000, updated: 421, deleted: 0, quarantined: 68, malformed: 10 } as never;
  const told = (changes: Parameters<typeof recordOf>[0]) =>
    runNode({ root: '/p', record: recordOf({ counts, ...changes }), progress: null }, now).description;
  expect(told({})).toBe('2,421 rows, 78 kept out · 5 min ago');
  expect(told({ isDryRun: true })).toBe('dry run: 78 would be kept out · 5 min ago');
  expect(told({ status: 'no_input' })).toBe('nothing new · 5 min ago');
  expect(told({ status: 'rejected' })).toBe('rejected · 5 min ago');
});

test('hostile names are text', () => {
  const record = recordOf({ dataset: '$(trash)[x](command:y)\u001b[31m', status: 'failed', reason: '<b>\n' });
  const node = runNode({ root: '/p', record, progress: null }, now);
  expect(node.label + node.tooltip).not.toMatch(/\$\(|\]\(|\u001b/);
  expect(node.tooltip.split('\n')).toHaveLength(4);
});

test('below a run stand its stages, broken rules, quarantine and warnings', () => {
  const progress: RunProgress = {
    ...noProgress,
    stages: [{ ...stage, elapsedMs: 40 }],
    broken: [
      {
        v: 1,
        runId: 'r',
        seq: 2,
        at: '',
        kind: 'rule-result',
        rule: 'min:fee',
        severity: 'quarantine',
        failing: 3,
        samples: [{ file: 'a.csv', line: 4 }],
      },
      {
        v: 1,
        runId: 'r',
        seq: 3,
        at: '',
        kind: 'rule-result',
        rule: 'malformed:nul',
        severity: 'quarantine',
        failing: 1,
        samples: [],
      },
    ],
    warnings: [{ code: 'late', message: 'It came late.' }],
    counts: { quarantined: 3, malformed: 1 } as never,
  };
  const plan = {
    rules: [{ id: 'min:fee', message: '`fee` is too small', origin: { file: 'schema/tables_schema.yaml' } }],
  };
  const record = recordOf({ originLines: { 'min:fee': 47 } });
  const details = runDetails({ root: '/p', record, progress }, plan as unknown as Plan);
  expect(details.map(({ label, description }) => `${label}: ${description}`)).toEqual([
    'read: 10 rows · 0.04 s',
    'min:fee: 3 records',
    'malformed:nul: 1 record',
    'kept out: 4 records',
    'It came late.: late',
  ]);
  expect(details[1]?.opens).toEqual({ kind: 'place', file: 'schema/tables_schema.yaml', line: 47 });
  expect(details[2]?.opens).toBeUndefined();
  expect(details[3]?.opens).toEqual({ kind: 'quarantine' });
  expect(new Set(details.map(({ id }) => id)).size).toBe(details.length);
});

test('why a run failed stands first', () => {
  const record = recordOf({ status: 'failed', reason: 'The disk is full.' });
  expect(runDetails({ root: '/p', record, progress: null }, null)[0]?.label).toBe('The disk is full.');
});
