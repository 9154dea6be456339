import { expect, test } from 'vitest';
import { createProject, people } from './fixture.ts';

function withSource(setting: string) {
  return { ...people, config: people.config.replace('cdc_key: at', `cdc_key: at\n    ${setting}`) };
}

test('columns are matched by header, whatever their order, case and surrounding blanks, per file', async () => {
  const project = await createProject(people);
  await project.write({
    'source/people/a.csv': 'at, AGE ,Id,name\n2020-01-01,30,1,x\n',
    'source/people/b.csv': 'id,name,age,at\n2,x,31,2020-01-01\n',
  });
  const { events } = await project.run('people');
  expect(await project.query('SELECT id, age, "at" FROM lake.people ORDER BY id')).toEqual([
    ['1', 30, '2020-01-01'],
    ['2', 31, '2020-01-01'],
  ]);
  expect(events.filter((event) => event.kind === 'drift-seen')).toEqual([
    { kind: 'drift-seen', file: 'a.csv', missing: [], unknown: [], isReordered: true },
  ]);
});

test('a missing column reads as NULL and an unknown one is left out; both are told', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': 'id,extra,at\n1,x,2020-01-01\n' });
  const { events, outcome } = await project.run('people');
  expect(outcome.status).toBe('succeeded');
  expect(await project.query('SELECT * FROM lake.people')).toEqual([['1', null, null, '2020-01-01']]);
  expect(events).toContainEqual({
    kind: 'drift-seen',
    file: 'a.csv',
    missing: ['name', 'age'],
    unknown: ['extra'],
    isReordered: false,
  });
});

test('a missing key or required column rejects the delivery and names column and file', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': 'name,age,at\nx,1,2020-01-01\n' });
  expect((await project.run('people')).outcome).toMatchObject({
    status: 'rejected',
    exitCode: 3,
    code: 'missing_column',
    reason: expect.stringMatching(/`a\.csv` has no column `id`.*`name`, `age`, `at`/),
  });
  expect(await project.files('source')).toEqual(['people/a.csv']);
});

test('a header that names a column twice rejects the delivery', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': 'id,age, AGE,at\n1,1,2,2020-01-01\n' });
  expect((await project.run('people')).outcome).toMatchObject({
    status: 'rejected',
    code: 'duplicate_header',
    reason: expect.stringContaining('`age`'),
  });
});

test('what a header is refused for comes before what is wrong below it, even of a file that is read in one piece', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': 'id,age, AGE,at\n1,1,"2,2020-01-01\n' });
  const { events, outcome } = await project.run('people');
  expect(outcome.code).toBe('duplicate_header');
  expect(events.filter((event) => event.kind === 'file-seen' && event.state === 'rejected')).toEqual([]);
});

test('on_drift: fail rejects missing and unknown columns, ignore says nothing', async () => {
  const delivery = { 'source/people/a.csv': 'id,extra,at\n1,x,2020-01-01\n' };
  const fail = await createProject(withSource('on_drift: fail'));
  await fail.write(delivery);
  expect((await fail.run('people')).outcome).toMatchObject({
    status: 'rejected',
    code: 'drift',
    reason: expect.stringMatching(/missing: `name`, `age`; unknown: `extra`/),
  });
  const ignore = await createProject(withSource('on_drift: ignore'));
  await ignore.write(delivery);
  const { events, outcome } = await ignore.run('people');
  expect(outcome.status).toBe('succeeded');
  expect(events.filter((event) => event.kind === 'drift-seen')).toEqual([]);
});

test('drift is told of the files before the first one at fault, not of that one', async () => {
  const project = await createProject(people);
  await project.write({
    'source/people/a.csv': 'id,name,age,at,before\n1,x,1,2020-01-01,y\n',
    'source/people/b.csv': 'id,name,age,at,within\n1,x,1,"2020-01-01,y\n',
    'source/people/c.csv': 'id,name,age,at,behind\n1,x,1,2020-01-01,y\n',
  });
  const { events, outcome } = await project.run('people');
  expect(outcome.code).toBe('file_open_quote');
  expect(events.flatMap((event) => (event.kind === 'drift-seen' ? [event.unknown] : []))).toEqual([
    ['before'],
  ]);
});

test('a former name of a column is read as the column', async () => {
  const project = await createProject({
    ...people,
    schema: people.schema.replace('age: { type: int, min: 0 }', 'age: { type: int, rename_from: years }'),
  });
  await project.write({ 'source/people/a.csv': 'id,name,years,at\n1,x,30,2020-01-01\n' });
  await project.run('people');
  expect(await project.query('SELECT id, age FROM lake.people')).toEqual([['1', 30]]);
});

test('a file without a header is taken in schema order', async () => {
  const project = await createProject(withSource('format: { header: false }'));
  await project.write({ 'source/people/a.csv': '1,x,30,2020-01-01\n2,y,31,2020-01-01\n' });
  expect((await project.run('people')).outcome.counts).toMatchObject({ records: 2, inserted: 2 });
});
