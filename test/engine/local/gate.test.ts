import { expect, test } from 'vitest';
import { createProject, people } from './fixture.ts';

function withSource(setting: string) {
  return { ...people, config: people.config.replace('cdc_key: at', `cdc_key: at\n    ${setting}`) };
}
const good = (count: number) =>
  Array.from({ length: count }, (_, index) => `${index},x,1,2020-01-01\n`).join('');

test('more bad records than max_bad allows reject the delivery, with both numbers and the line to change', async () => {
  const project = await createProject(withSource('expect: { max_bad: 0.2 }'));
  await project.write({
    'source/people/a.csv': `id,name,age,at\n${good(7)}a,x,-1,2020-01-01\nb,x,-1,2020-01-01\nc,d\n`,
  });
  const { outcome } = await project.run('people');
  expect(outcome).toMatchObject({
    status: 'rejected',
    code: 'too_many_bad',
    reason: expect.stringMatching(/^3 of 10 records .* 20 % .*sources\.people\.expect/),
  });
  expect(await project.files('target')).toEqual([]);
});

test('exactly as many bad records as max_bad allows pass', async () => {
  const project = await createProject(withSource('expect: { max_bad: 0.2 }'));
  await project.write({
    'source/people/a.csv': `id,name,age,at\n${good(8)}a,x,-1,2020-01-01\nb,x,-1,2020-01-01\n`,
  });
  expect((await project.run('people')).outcome.status).toBe('succeeded');
});

test('a delivery without one good record is rejected, whatever max_bad says', async () => {
  const project = await createProject(withSource('expect: { max_bad: 1 }'));
  await project.write({ 'source/people/a.csv': 'id,name,age,at\na,x,-1,2020-01-01\n' });
  expect((await project.run('people')).outcome).toMatchObject({
    status: 'rejected',
    code: 'nothing_accepted',
  });
});

test('fewer good rows than min_rows reject the delivery', async () => {
  const project = await createProject(withSource('expect: { min_rows: 3 }'));
  await project.write({ 'source/people/a.csv': `id,name,age,at\n${good(2)}` });
  expect((await project.run('people')).outcome).toMatchObject({
    status: 'rejected',
    code: 'too_few_rows',
    reason: expect.stringContaining('2 good rows, fewer than the 3'),
  });
});

test('one record that breaks a rule of severity error rejects the delivery and names the place', async () => {
  const project = await createProject({
    ...people,
    schema: people.schema.replace('min: 0 }', 'min: 0, severity: { min: error } }'),
  });
  await project.write({ 'source/people/a.csv': `id,name,age,at\n${good(50)}a,x,-1,2020-01-01\n` });
  const { outcome } = await project.run('people');
  expect(outcome).toMatchObject({
    status: 'rejected',
    code: 'error_rule',
    reason: expect.stringContaining('`min:age`, first in `a.csv` line 52'),
  });
  expect(await project.files('source')).toEqual(['people/a.csv']);
});

test('a value that occurs twice in a unique column rolls the merge back, over the target too', async () => {
  const project = await createProject({
    ...people,
    schema: people.schema.replace('age: { type: int, min: 0 }', 'age: { type: int, unique: true }'),
  });
  await project.write({ 'source/people/a.csv': 'id,name,age,at\n1,x,30,2020-01-01\n' });
  expect((await project.run('people')).outcome.status).toBe('succeeded');
  await project.write({ 'source/people/b.csv': 'id,name,age,at\n2,x,30,2020-01-01\n' });
  const { outcome, events } = await project.run('people');
  expect(outcome).toMatchObject({
    status: 'rejected',
    code: 'table_rule',
    reason: expect.stringContaining('`unique:age`'),
  });
  expect(events).toContainEqual(
    expect.objectContaining({ kind: 'rule-result', rule: 'unique:age', failing: 2 }),
  );
  expect(await project.query('SELECT id FROM lake.people')).toEqual([['1']]);
  expect(await project.files('target/lake_stage')).toHaveLength(1);
});

test('a replacement never empties the table, unless that is allowed', async () => {
  const replace = { 'source/people/a.csv': `id,name,age,at\n${good(2)}` };
  const strict = await createProject(withSource('load: replace'));
  await strict.write(replace);
  await strict.run('people');
  await strict.write({ 'source/people/b.csv': 'id,name,age,at\n' });
  expect((await strict.run('people')).outcome).toMatchObject({
    status: 'rejected',
    code: 'empty_replacement',
  });
  expect(await strict.query('SELECT count(*) FROM lake.people')).toEqual([['2']]);
  const lax = await createProject(withSource('load: replace\n    allow_empty: true'));
  await lax.write(replace);
  await lax.run('people');
  await lax.write({ 'source/people/b.csv': 'id,name,age,at\n' });
  expect((await lax.run('people')).outcome).toMatchObject({ status: 'succeeded', counts: { targetRows: 0 } });
});

test('late data is taken with a warning', async () => {
  const project = await createProject(withSource('expect: { hours_late: 24 }'));
  await project.write({ 'source/people/a.csv': `id,name,age,at\n${good(2)}` });
  const { outcome, events } = await project.run('people', {
    now: () => new Date(Date.now() + 30 * 3_600_000),
  });
  expect(outcome.status).toBe('succeeded');
  expect(events).toContainEqual(
    expect.objectContaining({
      kind: 'warning',
      code: 'late',
      message: expect.stringContaining('30 hours old'),
    }),
  );
  const later = await project.run('people', { now: () => new Date(Date.now() + 90 * 3_600_000) });
  expect(later.events).toContainEqual(
    expect.objectContaining({
      kind: 'warning',
      code: 'late',
      message: expect.stringContaining('no delivery for 60 hours'),
    }),
  );
});
