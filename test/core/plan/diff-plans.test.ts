import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildPlan } from '../../../core/plan/build-plan.ts';
import { describeDifferences, diffPlans } from '../../../core/plan/diff-plans.ts';
import { type ColumnSketch, type DatasetSketch, makeProject } from './support/make-project.ts';

const base: DatasetSketch = {
  name: 'events',
  source: { mergeKey: ['id'] },
  columns: [{ name: 'id' }, { name: 'cost', type: 'int' }, { name: 'kind', validValues: ['a', 'b'] }],
};

function planOf(sketch: DatasetSketch, settings: object = {}) {
  const project = makeProject(
    [sketch, { name: 'p', source: { mergeKey: ['id'] }, columns: [{ name: 'id' }] }],
    settings,
  );
  // Real projects hash the value of each origin; the columns stand for it here.
  const hash = (path: unknown): string =>
    createHash('sha256')
      .update(JSON.stringify([path, sketch.columns]))
      .digest('hex');
  return buildPlan(
    { ...project, originOf: (file, path) => ({ ...project.originOf(file, path), hash: hash(path) }) },
    'events',
  );
}

function change(name: string, more: Partial<ColumnSketch>): DatasetSketch {
  return {
    ...base,
    columns: base.columns.map((column) => (column.name === name ? { ...column, ...more } : column)),
  };
}

const before = planOf(base);
const names = (sketch: DatasetSketch, settings = {}): readonly string[] =>
  diffPlans(before, planOf(sketch, settings)).map(
    ({ kind, change: what, name }) => `${kind} ${name} ${what}`,
  );

test('finds nothing between equal plans, and says so', () => {
  expect(diffPlans(before, planOf(base))).toEqual([]);
  expect(describeDifferences([])).toBe('The plan is the same.\n');
  expect(diffPlans(null, null)).toEqual([]);
});

test('tells a dataset that comes or goes', () => {
  expect(describeDifferences(diffPlans(null, before))).toMatch(/^dataset events is new/);
  expect(describeDifferences(diffPlans(before, null))).toMatch(/^dataset events is gone/);
});

test('tells a rule that comes, goes or changes its severity', () => {
  expect(names(change('cost', { isRequired: true }))).toContain('rule required:cost added');
  expect(names(change('kind', { validValues: null }))).toContain('rule valid_vals:kind removed');
  const weaker = diffPlans(before, planOf(change('kind', { severity: { valid_vals: 'warn' } })));
  const rule = weaker.find(({ kind, name }) => kind === 'rule' && name === 'valid_vals:kind');
  expect(rule?.details).toContain('severity: nullify → warn');
});

test('tells a rule whose values changed though its words did not', () => {
  const rule = diffPlans(before, planOf(change('kind', { validValues: ['a'] }))).find(
    ({ name }) => name === 'valid_vals:kind',
  );
  expect(rule).toMatchObject({ change: 'changed', details: ['what the file says'] });
});

test('tells columns that come, go, change and move', () => {
  expect(names({ ...base, columns: [...base.columns, { name: 'more' }] })).toContain('column more added');
  expect(names({ ...base, columns: base.columns.slice(0, 2) })).toContain('column kind removed');
  const moved = diffPlans(before, planOf({ ...base, columns: base.columns.toReversed() }));
  expect(moved.find(({ name }) => name === 'column order')?.details).toEqual([
    'id, cost, kind → kind, cost, id',
  ]);
  const retyped = diffPlans(before, planOf(change('cost', { type: 'bigint', mask: null })));
  expect(retyped.find(({ kind }) => kind === 'column')?.details).toEqual(['type: int → bigint']);
});

test('tells settings of the project, the source, the gate and references', () => {
  expect(names(base, { targetSchema: 'other' })).toContain('setting schema changed');
  expect(names({ ...base, source: { ...base.source, path: 'elsewhere/' } })).toContain(
    'setting read.path changed',
  );
  const stricter = { minRows: 1, maxBadShare: 0.5, hoursLate: null };
  expect(names({ ...base, source: { ...base.source, expect: stricter } })).toContain(
    'setting gate.minRows changed',
  );
  expect(names({ ...base, source: { ...base.source, load: 'append' } })).toContain(
    'setting swap.load changed',
  );
  const references = { dataset: 'p', column: 'id', retryDays: 3 };
  expect(names(change('kind', { references }))).toContain('setting references:kind.parent changed');
});

test('tells which statements change, without their text', () => {
  const differences = diffPlans(before, planOf(change('cost', { type: 'bigint' })));
  const stage = differences.find(({ kind, name }) => kind === 'statement' && name === 'stage');
  expect(stage?.details).toEqual(['text for DuckDB', 'text for Spark']);
  expect(names({ ...base, source: { ...base.source, cdcKey: 'cost' } })).toContain(
    'statement hits (later) changed',
  );
});

test('writes one line for each difference, with its place', () => {
  const lines = describeDifferences(diffPlans(before, planOf(change('cost', { isRequired: true }))))
    .trimEnd()
    .split('\n');
  expect(lines).toContain(
    'rule required:cost is new: quarantine; `cost` is required and has no value.  (schema/tables_schema.yaml:tables.events.columns.cost.required)',
  );
});
