import { afterEach, expect, test } from 'vitest';
import { buildPlan } from '../../../core/plan/build-plan.ts';
import { type DatasetSketch, makeProject } from './support/make-project.ts';
import { type Delivered, openPlayer, type Player } from './support/play-plan.ts';

const open: Player[] = [];
afterEach(() => {
  for (const player of open.splice(0)) player.close();
});

async function player(
  sketch: Omit<DatasetSketch, 'name'>,
  parents: Record<string, readonly unknown[]> = {},
  others: readonly DatasetSketch[] = [],
) {
  const opened = await openPlayer(
    buildPlan(makeProject([{ name: 'events', ...sketch }, ...others]), 'events'),
    parents,
  );
  open.push(opened);
  return opened;
}

function rows(...values: readonly (readonly (string | null)[])[]): readonly Delivered[] {
  return values.map((row, index) => ({ fileNo: 0, record: index + 1, values: row }));
}

const keyed = { mergeKey: ['id'] };

test('counts the rows that share a unique value, also with rows that were there before', async () => {
  const { play } = await player({
    source: keyed,
    columns: [{ name: 'id' }, { name: 'npi', isUnique: true }],
  });
  const first = await play(rows(['1', 'a'], ['2', 'a '], ['3', 'b'], ['4', ''], ['5', '']));
  expect(first.failing).toEqual({ 'unique:npi': 2 });
  expect((await play(rows(['6', 'b']))).failing).toEqual({ 'unique:npi': 2 });
  expect((await play(rows(['7', 'c']))).failing).toEqual({ 'unique:npi': 0 });
});

test('looks at the table as it will be: a value that moves from one row to another stays unique', async () => {
  const { play } = await player({
    source: keyed,
    columns: [{ name: 'id' }, { name: 'npi', isUnique: true }],
  });
  await play(rows(['1', 'a'], ['2', 'b']));
  expect((await play(rows(['1', 'b'], ['2', 'a']))).failing).toEqual({ 'unique:npi': 0 });
});

test('checks a merge key that is unique by the merge without a look at the table', async () => {
  const { play } = await player({ source: keyed, columns: [{ name: 'id', isUnique: true }] });
  expect((await play(rows(['1'], ['1']))).failing).toEqual({ 'unique:id': 0 });
});

test('fails a table check that is false, and passes one that is unknown', async () => {
  const { play } = await player({
    source: keyed,
    columns: [{ name: 'id' }, { name: 'n', type: 'int' }],
    checks: [
      { name: 'few', kind: 'table', text: 'count(*) < 3' },
      { name: 'sums', kind: 'table', text: 'sum(n) > 10' },
    ],
  });
  expect((await play(rows(['1', ''], ['2', '']))).failing).toEqual({ 'table:few': 0, 'table:sums': 0 });
  expect((await play(rows(['3', '4']))).failing).toEqual({ 'table:few': 1, 'table:sums': 1 });
});

test('counts a retried orphan apart from the delivery, which beats it at equal rank', async () => {
  const { play } = await player({
    source: { ...keyed, cdcKey: 'day' },
    columns: [{ name: 'id' }, { name: 'day', type: 'date' }, { name: 'v' }],
  });
  const delivery = [
    { fileNo: -1, record: 1, values: ['1', '2024-01-01', 'orphan'] },
    { fileNo: -1, record: 2, values: ['2', '2024-01-01', 'orphan'] },
    { fileNo: -2, record: 3, values: ['', '2024-01-01', 'still bad'] },
    { fileNo: 0, record: 1, values: ['1', '2024-01-01', 'new'] },
  ];
  const played = await play(delivery);
  expect(played.counts).toMatchObject({
    accepted: 1,
    quarantined: 0,
    superseded: 0,
    inserted: 1,
    retried: 2,
  });
  expect(played.target).toEqual([
    ['1', '2024-01-01', 'new'],
    ['2', '2024-01-01', 'orphan'],
  ]);
});

test('nulls an orphaned reference of severity nullify, and keeps the record', async () => {
  const parents: DatasetSketch = { name: 'parents', source: { mergeKey: ['id'] }, columns: [{ name: 'id' }] };
  const { play } = await player(
    {
      source: keyed,
      columns: [
        { name: 'id' },
        {
          name: 'parent',
          references: { dataset: 'parents', column: 'id', retryDays: 7 },
          severity: { references: 'nullify' },
        },
      ],
    },
    { _parent_0: ['p'] },
    [parents],
  );
  const played = await play(rows(['1', 'p'], ['2', 'q'], ['3', '']));
  expect(played.target).toEqual([
    ['1', 'p'],
    ['2', null],
    ['3', null],
  ]);
  expect(played.reasons).toEqual({ '0:2': ['references:parent'] });
});

test('holds every non-blank reference for an orphan of a parent without rows, and no blank one', async () => {
  const { play } = await player(
    {
      source: keyed,
      columns: [{ name: 'id' }, { name: 'parent', references: { dataset: 'p', column: 'id', retryDays: 7 } }],
    },
    {},
    [{ name: 'p', source: { mergeKey: ['id'] }, columns: [{ name: 'id' }] }],
  );
  expect((await play(rows(['1', 'p'], ['2', ' ']))).rejected).toEqual(['0:1']);
});

test('compares a reference between numbers as numbers', async () => {
  const { play } = await player(
    {
      source: keyed,
      columns: [
        { name: 'id' },
        { name: 'parent', type: 'int', references: { dataset: 'p', column: 'id', retryDays: 7 } },
      ],
    },
    { _parent_0: [7] },
    [{ name: 'p', source: { mergeKey: ['id'] }, columns: [{ name: 'id', type: 'bigint' }] }],
  );
  expect((await play(rows(['1', '07'], ['2', '8']))).rejected).toEqual(['0:2']);
});

test('stages what was delivered, and of masked columns nothing clear', async () => {
  const { play } = await player({
    source: keyed,
    columns: [
      { name: 'id' },
      { name: 'cost', type: 'double' },
      { name: 'name', mask: 'null', isRequired: true },
      { name: 'ssn', mask: 'hash' },
      { name: 'phone', mask: 'redact' },
    ],
  });
  const { stage, reasons } = await play(
    rows([' 1 ', ' 1.50 ', 'Ann', ' 123 ', '555'], ['2', 'x', ' ', '', '']),
  );
  expect(stage[0]).toMatchObject({
    id: ' 1 ',
    cost: ' 1.50 ',
    t_cost: 1.5,
    name: null,
    phone: '***',
    _line: 2n,
  });
  expect(stage[0]?.['ssn']).toMatch(/^[0-9a-f]{64}$/);
  expect(stage[1]).toMatchObject({ cost: 'x', t_cost: null, name: null, ssn: null, phone: null });
  expect(JSON.stringify(stage, (_, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toMatch(
    /Ann|123|555/,
  );
  expect(reasons).toEqual({ '0:2': ['cast:cost', 'required:name'] });
});

test('quarantines a key that a rule has nulled', async () => {
  const { play } = await player({ source: keyed, columns: [{ name: 'id', validValues: ['a'] }] });
  expect((await play(rows(['A'], ['b']))).reasons).toEqual({ '0:2': ['key:id', 'valid_vals:id'] });
});

test('keeps the spelling that was delivered where case is ignored, beyond ASCII not', async () => {
  const { play } = await player({
    source: keyed,
    columns: [{ name: 'id' }, { name: 'v', validValues: ['Kind', 'é'] }],
  });
  const { target } = await play(rows(['1', 'kIND'], ['2', '\u212Aind'], ['3', 'É'], ['4', 'é']));
  expect(target).toEqual([
    ['1', 'kIND'],
    ['2', null],
    ['3', null],
    ['4', 'é'],
  ]);
});

test('counts a table of keys alone as unchanged when a key comes again', async () => {
  const { play } = await player({ source: keyed, columns: [{ name: 'id' }] });
  await play(rows(['1']));
  expect((await play(rows(['1'], ['2']))).counts).toMatchObject({ unchanged: 1, inserted: 1, updated: 0 });
});

test('names rows of the target by key for Spark, and replaces without a look at the old ones', () => {
  const texts = (load: 'upsert' | 'append' | 'replace') =>
    buildPlan(
      makeProject([{ name: 'events', columns: [{ name: 'id' }, { name: 'v' }], source: { ...keyed, load } }]),
      'events',
    ).operations.flatMap((operation) =>
      operation.kind === 'sql' && operation.phase === 'merge' && operation.when === 'later'
        ? [[operation.name, operation.text.spark] as const]
        : [],
    );
  const upsert = new Map(texts('upsert'));
  expect(upsert.get('hits')).toBe(
    [
      'SELECT _winners._file_no, _winners._record,',
      '  CASE',
      "    WHEN _winners.`v` <=> _target.`v` THEN 'unchanged'",
      "    ELSE 'updated'",
      '  END AS _verdict',
      'FROM _winners',
      'JOIN _target ON _winners.`id` = _target.`id`',
    ].join('\n'),
  );
  expect(new Map(texts('replace')).get('changes')).toBe("SELECT 'insert' AS _op, `id`, `v`\nFROM _winners");
  expect([...texts('upsert'), ...texts('append'), ...texts('replace')].join('\n')).not.toContain('_rowid');
});
