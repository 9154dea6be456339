import { expect, test } from 'vitest';
import { lastRuns } from '../../../client/problems/last-runs.ts';
import { runProblems } from '../../../client/problems/run-problems.ts';
import type { Plan, PlanRule } from '../../../core/contracts/plan.ts';
import { recordOf } from '../support/record.ts';

const rule: PlanRule = {
  id: 'valid_vals:shelf',
  kind: 'valid_vals',
  scope: 'record',
  bit: 0,
  severity: 'quarantine',
  columns: ['shelf'],
  message: '`shelf` is none of its allowed values',
  origin: {
    file: 'schema/tables_schema.yaml',
    path: 'tables.books.columns.shelf.valid_vals',
    hash: '0123456789ab',
  },
};
const plan = { rules: [rule] } as unknown as Plan;
const broken = [{ rule: rule.id, failing: 2, samples: [{ file: 'books.csv', line: 7 }] }];

test('a broken rule stands at the line that asked for it, with places in the file', () => {
  const record = recordOf({ originLines: { [rule.id]: 28 } });
  expect(runProblems(record, plan, broken)).toEqual([
    {
      file: 'schema/tables_schema.yaml',
      line: 28,
      severity: 'warning',
      code: 'valid_vals:shelf',
      message: '`shelf` is none of its allowed values. Last run: 2 records went to quarantine.',
      samples: ['books.csv:7'],
      key: `${record.runId} valid_vals:shelf`,
      word: 'valid_vals',
    },
  ]);
});

test('why a run failed as a whole stands at the dataset, with its code', () => {
  const record = recordOf({ status: 'rejected', code: 'too_many_bad', reason: 'Half of it is bad.' });
  expect(runProblems(record, null, [])).toMatchObject([
    {
      file: 'conf/config.yaml',
      line: null,
      severity: 'error',
      code: 'too_many_bad',
      message: 'Half of it is bad.',
    },
  ]);
});

test('a cancelled run, and one that found nothing, say nothing', () => {
  for (const status of ['cancelled', 'no_input', 'running'] as const)
    expect(runProblems(recordOf({ status }), plan, broken)).toEqual([]);
});

test('rules that hold, and those that the plan does not know, say nothing', () => {
  const results = [
    { rule: rule.id, failing: 0, samples: [] },
    { rule: 'malformed:fields', failing: 3, samples: [] },
  ];
  expect(runProblems(recordOf({}), plan, results)).toEqual([]);
});

test('the place in a list of checks has no word that a line must hold', () => {
  const check = { ...rule, origin: { ...rule.origin, path: 'tables.books.checks[0]' } };
  const [problem] = runProblems(recordOf({}), { rules: [check] } as unknown as Plan, broken);
  expect(problem?.word).toBeNull();
});

test('the last telling run of each dataset counts', () => {
  const run = (runId: string, status: 'succeeded' | 'cancelled', dataset: string) => ({
    root: '/p',
    record: recordOf({ runId, status, dataset }),
    progress: null,
  });
  const runs = [
    run('4', 'cancelled', 'books'),
    run('3', 'succeeded', 'loans'),
    run('2', 'succeeded', 'books'),
    run('1', 'succeeded', 'books'),
  ];
  expect(lastRuns(runs).map(({ record }) => record.runId)).toEqual(['3', '2']);
});

test('where nothing was committed, nothing is said to have become of the records', () => {
  const [rejected] = runProblems(recordOf({ status: 'rejected' }), plan, broken);
  expect(rejected?.message).toMatch(/Last run: 2 records \(quarantine\)\.$/);
  const [dry] = runProblems(recordOf({ isDryRun: true }), plan, broken);
  expect(dry?.message).toMatch(/Last dry run: 2 records \(quarantine\)\.$/);
});
