import { expect, test } from 'vitest';
import { buildPlan } from '../../../core/plan/build-plan.ts';
import { describePlan } from '../../../core/plan/describe-plan.ts';
import { makeProject } from './support/make-project.ts';

const plan = buildPlan(
  makeProject([
    {
      name: 'events',
      source: {
        mergeKey: ['id'],
        expect: { minRows: 5, maxBadShare: 0.15, hoursLate: 26 },
        isRecursive: true,
      },
      partitionBy: ['id'],
      columns: [
        { name: 'id', isRequired: true },
        { name: 'cost', type: 'double', min: 0, renameFrom: ['total'] },
        { name: 'odd\nname\u001b[31m', mask: 'redact' },
      ],
      checks: [{ name: 'own', kind: 'sql', text: 'SELECT 1' }],
    },
  ]),
  'events',
);
const text = describePlan(plan);

test('names what is read, how it is loaded and when it is refused', () => {
  expect(text).toContain(
    'source/events/* and its subfolders: utf-8, fields apart by ",", quoted by ", with a header',
  );
  expect(text).toContain('billing.events: upsert by id, partitioned by id');
  expect(text).toContain(
    'at most 15 % of the records are bad, at least 5 records arrive, the newest file is at most 26 hours old',
  );
});

test('aligns rules, each with the file and path that asks for it', () => {
  const lines = text.split('\n').filter((line) => /^ {2}(cast|key|min):/.test(line));
  expect(lines).toHaveLength(3);
  expect(new Set(lines.map((line) => line.indexOf('quarantine'))).size).toBe(1);
  expect(lines[2]).toContain('schema/tables_schema.yaml:tables.events.columns.cost.min');
});

test('shows control characters of names instead of obeying them', () => {
  expect(text).toContain('odd\\u000aname\\u001b[31m');
  expect(text).not.toContain('\u001b');
});

test('tells former names, masks and rules that only Spark checks', () => {
  expect(text).toContain('also total');
  expect(text).toContain('masked (redact)');
  expect(text).toContain('(on spark only)');
});

test('shows statements on request, in the dialect that is asked for', () => {
  expect(text).not.toContain('FROM _raw');
  expect(describePlan(plan, { sql: 'duckdb' })).toContain('ANTI JOIN _rejected');
  const spark = describePlan(plan, { sql: 'spark' });
  expect(spark).toContain('LEFT ANTI JOIN _rejected');
  expect(spark).toContain('SELECT 1');
});

test('says `none` where a dataset has no rules', () => {
  const bare = buildPlan(
    makeProject([{ name: 'log', source: { load: 'append' }, columns: [{ name: 'a' }] }]),
    'log',
  );
  expect(describePlan(bare)).toMatch(/Rules.*\n {2}none\n/);
});
