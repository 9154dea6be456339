import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Plan, PlanOperation } from '../../../core/contracts/plan.ts';
import { loadProject } from '../../../core/model/load-project.ts';
import { buildPlan } from '../../../core/plan/build-plan.ts';
import { canonicalJson } from '../../../core/text/canonical-json.ts';
import { sha256Hex } from '../../../core/text/sha256.ts';
import { type DatasetSketch, makeProject } from './support/make-project.ts';

const rich: DatasetSketch = {
  name: 'visits',
  source: { mergeKey: ['VISIT_ID'], cdcKey: 'day' },
  deleteWhen: "op = 'D'",
  checks: [
    { name: 'ends_after_start', text: 'day >= first_day', severity: 'warn' },
    { name: 'has_rows', kind: 'table', text: 'count(*) > 0', severity: 'error' },
    {
      name: 'in_books',
      kind: 'sql',
      text: 'SELECT * FROM billing.visits WHERE day IS NULL',
      severity: 'warn',
    },
  ],
  columns: [
    { name: 'visit_id', type: 'int', isRequired: true, isUnique: true },
    { name: 'day', type: 'date', min: '1/1/2020', max: '2030-12-31', onCast: 'error' },
    { name: 'first_day', type: 'date', severity: { cast: 'warn' } },
    { name: 'code', pattern: '[A-Z]{2}', isUnique: true, severity: { pattern: 'nullify', unique: 'warn' } },
    { name: 'kind', validValues: ['in', 'out'] },
    { name: 'secret', mask: 'hash', type: 'date', min: 'a' },
    {
      name: 'patient',
      references: { dataset: 'patients', column: 'Patient_ID', retryDays: 7 },
      renameFrom: ['pat'],
    },
    { name: 'op' },
  ],
};
const patients: DatasetSketch = {
  name: 'patients',
  source: { mergeKey: ['patient_id'] },
  columns: [{ name: 'patient_id' }],
};
const project = makeProject([rich, patients]);
const plan = buildPlan(project, 'visits');

function namesOf(operations: readonly PlanOperation[]): readonly string[] {
  return operations.map((operation) =>
    'when' in operation ? `${operation.name}/${operation.when}` : operation.name,
  );
}

test('lists rules in the order in which reasons are told, with consecutive bits', () => {
  expect(plan.rules.map(({ id, bit, severity }) => [id, bit, severity])).toEqual([
    ['cast:visit_id', 0, 'quarantine'],
    ['cast:day', 1, 'error'],
    ['cast:first_day', 2, 'warn'],
    ['key:visit_id', 3, 'quarantine'],
    ['required:visit_id', 4, 'quarantine'],
    ['pattern:code', 5, 'nullify'],
    ['min:day', 6, 'quarantine'],
    ['min:secret', 7, 'quarantine'],
    ['max:day', 8, 'quarantine'],
    ['valid_vals:kind', 9, 'nullify'],
    ['check:ends_after_start', 10, 'warn'],
    ['references:patient', 11, 'quarantine'],
    ['unique:visit_id', undefined, 'error'],
    ['unique:code', undefined, 'warn'],
    ['table:has_rows', undefined, 'error'],
    ['table:in_books', undefined, 'warn'],
  ]);
});

test('gives every rule the origin of the value that asks for it', () => {
  const places = Object.fromEntries(
    plan.rules.map(({ id, origin }) => [id, `${origin.file} ${origin.path}`]),
  );
  expect(places['cast:day']).toBe('schema/tables_schema.yaml tables.visits.columns.day.type');
  expect(places['key:visit_id']).toBe('conf/config.yaml sources.visits.merge_key');
  expect(places['valid_vals:kind']).toBe('schema/tables_schema.yaml tables.visits.columns.kind.valid_vals');
  expect(places['check:ends_after_start']).toBe('schema/tables_schema.yaml tables.visits.checks[0]');
});

test('says one sentence for each rule, and keeps the limits of a masked column to itself', () => {
  for (const { message } of plan.rules) expect(message).toMatch(/^[^.]*(`[^`]*`[^.]*)*\.$/);
  expect(plan.rules.find(({ id }) => id === 'min:day')?.message).toBe(
    '`day` is below its minimum of 1/1/2020.',
  );
  expect(plan.rules.find(({ id }) => id === 'min:secret')?.message).toBe('`secret` is below its minimum.');
});

test('names the columns that a check reads', () => {
  expect(plan.rules.find(({ id }) => id === 'check:ends_after_start')?.columns).toEqual(['day', 'first_day']);
});

test('names each operation of an upsert once, or once for each state of the target', () => {
  expect(namesOf(plan.operations)).toEqual([
    'read',
    'stage',
    'flag',
    'rejected',
    'candidates',
    'losers',
    'winners',
    'delivery-counts',
    'hits/later',
    'changes/first',
    'changes/later',
    'merge-counts/first',
    'merge-counts/later',
    'unique:visit_id',
    'unique:code/first',
    'unique:code/later',
    'table:has_rows',
    'table:in_books',
    'swap',
    'archive',
  ]);
});

test('looks for no losers where records are appended, and for no hits where the table is replaced', () => {
  const load = (name: 'append' | 'replace') =>
    makeProject([{ ...rich, source: { ...rich.source, load: name } }, patients]);
  expect(namesOf(buildPlan(load('append'), 'visits').operations)).not.toContain('losers');
  const replaced = namesOf(buildPlan(load('replace'), 'visits').operations);
  expect(replaced).toContain('losers');
  expect(replaced).not.toContain('hits/later');
});

test('documents every operation in one sentence', () => {
  for (const { doc } of plan.operations) expect(doc).toMatch(/^[A-Z].*\.$/s);
});

test("carries a user's own Spark query apart from the statements that every engine runs", () => {
  const own = plan.operations.find(({ kind }) => kind === 'spark-check');
  expect(own).toMatchObject({
    rule: 'table:in_books',
    query: 'SELECT * FROM billing.visits WHERE day IS NULL',
  });
  expect(plan.rules.find(({ id }) => id === 'table:in_books')?.onlyOn).toBe('spark');
});

test('pins parents by the spelling that they declare', () => {
  expect(plan.references).toEqual([
    {
      relation: '_parent_0',
      rule: 'references:patient',
      parent: 'patients',
      column: 'patient_id',
      retryDays: 7,
    },
  ]);
});

test('knows a column by its former names, and needs keys and required ones', () => {
  const byName = new Map(plan.columns.map((column) => [column.name, column]));
  expect(byName.get('patient')?.headers).toEqual(['patient', 'pat']);
  expect(plan.columns.filter(({ isNeeded }) => isNeeded).map(({ name }) => name)).toEqual(['visit_id']);
  expect(byName.get('secret')).toMatchObject({ type: 'string', mask: 'hash' });
});

test('asks for the mask key where a column is hashed, and only there', () => {
  const parameters = (built: Plan) => built.operations.find(({ kind }) => kind === 'stage');
  expect(parameters(plan)).toMatchObject({ parameters: ['mask_key'], words: 1 });
  expect(parameters(buildPlan(project, 'patients'))).toMatchObject({ parameters: [] });
});

test('gives the same bytes for the same project, under a fingerprint of all of them', () => {
  const again = buildPlan(makeProject([rich, patients]), 'visits');
  expect(JSON.stringify(again)).toBe(JSON.stringify(plan));
  const { fingerprint, ...rest } = plan;
  expect(fingerprint).toBe(sha256Hex(canonicalJson(rest)));
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
});

test('keeps the shape of staged files until their columns or rules change', () => {
  const shapeOf = (sketch: DatasetSketch): unknown => {
    const stage = buildPlan(makeProject([sketch, patients]), 'visits').operations.find(
      ({ kind }) => kind === 'stage',
    );
    return stage?.kind === 'stage' ? stage.shape : null;
  };
  const change = (name: string, more: object): DatasetSketch => ({
    ...rich,
    columns: rich.columns.map((column) => (column.name === name ? { ...column, ...more } : column)),
  });
  const shape = shapeOf(rich);
  expect(shapeOf(change('op', { description: 'What happened' }))).toBe(shape);
  expect(shapeOf(change('op', { isRequired: true }))).not.toBe(shape);
  expect(shapeOf(change('kind', { severity: { valid_vals: 'quarantine' } }))).not.toBe(shape);
});

test('tells a staged value from a column of the same name', () => {
  const { operations } = buildPlan(
    makeProject([
      {
        name: 'd',
        source: { mergeKey: ['id'] },
        columns: [{ name: 'id' }, { name: 'T_Cost' }, { name: 'cost', type: 'int' }],
      },
    ]),
    'd',
  );
  const stage = operations.find(({ kind }) => kind === 'stage');
  expect(stage?.kind === 'stage' ? stage.select.duckdb : '').toContain('AS "t_cost_"');
});

test.each([
  ['a dataset that is not there', () => buildPlan(project, 'nothing'), /lacks its source or its table/],
  [
    'an upsert without a key',
    () => buildPlan(makeProject([{ name: 'd', columns: [{ name: 'a' }] }]), 'd'),
    /merged by key and names none/,
  ],
  [
    'a column with a name that staging needs',
    () =>
      buildPlan(
        makeProject([{ name: 'd', source: { mergeKey: ['a'] }, columns: [{ name: 'a' }, { name: 'TS' }] }]),
        'd',
      ),
    /reserved name/,
  ],
  [
    'a key that is no column',
    () => buildPlan(makeProject([{ name: 'd', source: { mergeKey: ['b'] }, columns: [{ name: 'a' }] }]), 'd'),
    /no column `b`/,
  ],
  [
    'a limit that is no value of its type',
    () =>
      buildPlan(
        makeProject([
          { name: 'd', source: { mergeKey: ['a'] }, columns: [{ name: 'a', type: 'int', min: 'x' }] },
        ]),
        'd',
      ),
    /no int/,
  ],
])('refuses %s', (_, build, message) => {
  expect(build).toThrow(message);
});

test('compiles 2,000 columns with a rule each in seconds, not minutes', () => {
  const columns = Array.from({ length: 2000 }, (_, index) => ({
    name: `c${index}`,
    type: 'int' as const,
    min: 0,
  }));
  const wide = buildPlan(makeProject([{ name: 'wide', source: { mergeKey: ['c0'] }, columns }]), 'wide');
  expect(wide.operations.find(({ kind }) => kind === 'stage')).toMatchObject({ words: Math.ceil(4001 / 62) });
}, 15_000);

test('compiles every dataset of the example project', () => {
  const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
  const example = loadProject({
    config: read('conf/config.yaml'),
    schema: read('schema/tables_schema.yaml'),
  });
  for (const { name } of example.datasets) {
    const built = buildPlan(example, name);
    expect(Object.keys(built.compiledFrom)).toEqual(['conf/config.yaml', 'schema/tables_schema.yaml']);
    expect(built.environment).toBe('local');
    for (const { origin } of built.rules) expect(origin.hash).toMatch(/^[0-9a-f]{12}$/);
  }
});
