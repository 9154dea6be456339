import { expect, test } from 'vitest';
import { createProject, people } from './fixture.ts';

function withSource(setting: string, schema = people.schema) {
  return { config: people.config.replace('cdc_key: at', setting), schema };
}

test('append adds every good row and touches none', async () => {
  const project = await createProject({
    ...people,
    config: people.config.replace(/ {4}merge_key: id\n {4}cdc_key: at/, '    load: append'),
  });
  await project.write({ 'source/people/a.csv': 'id,name,age,at\n1,x,1,2020-01-01\n1,x,1,2020-01-01\n' });
  await project.run('people');
  await project.write({ 'source/people/b.csv': 'id,name,age,at\n1,x,2,2020-01-01\n' });
  expect((await project.run('people')).outcome.counts).toMatchObject({ inserted: 1, targetRows: 3 });
});

test('without a change key the later file wins, and among its records the last', async () => {
  const project = await createProject(withSource("cdc_key: ''"));
  await project.write({
    'source/people/a.csv': 'id,name,age,at\n1,x,1,2022-01-01\n',
    'source/people/b.csv': 'id,name,age,at\n1,x,2,2020-01-01\n1,x,3,2019-01-01\n',
  });
  expect((await project.run('people')).outcome.counts).toMatchObject({ inserted: 1, superseded: 2 });
  expect(await project.query('SELECT age FROM lake.people')).toEqual([[3]]);
});

test('a tombstone removes its row, and one that meets no row changes nothing', async () => {
  const project = await createProject(
    withSource(
      'cdc_key: at',
      people.schema.replace('    mask: [name]', '    mask: [name]\n    delete_when: age = 99'),
    ),
  );
  await project.write({ 'source/people/a.csv': 'id,name,age,at\n1,x,1,2020-01-01\n2,x,1,2020-01-01\n' });
  await project.run('people');
  await project.write({
    'source/people/b.csv': 'id,name,age,at\n1,x,99,2020-02-01\n8,x,99,2020-02-01\n2,x,99,2019-01-01\n',
  });
  expect((await project.run('people')).outcome.counts).toMatchObject({
    deleted: 1,
    unchanged: 1,
    stale: 1,
    targetRows: 1,
  });
});

test('a masked value is nowhere on disk but in source and archive, whatever becomes of its record', async () => {
  const secret = 'Qxzvwkplm';
  const schema = people.schema.replace(
    'name: { type: string }',
    "name: { type: string, pattern: '[A-Z][a-z]+' }",
  );
  const project = await createProject({ ...people, schema });
  const lines = Array.from(
    { length: 500 },
    (_, index) =>
      `${index % 300},${secret}${'abc'[index % 3]},${index % 7 === 0 ? 'bad' : 1},2020-01-${String(1 + (index % 28)).padStart(2, '0')}`,
  );
  await project.write({
    'source/people/a.csv': `id,name,age,at\n${lines.join('\n')}\n7,"${secret}1",1,2020-01-01\n8,${secret},too,many,fields\n`,
  });
  const { outcome, events } = await project.run('people', { plan: project.lenientPlan('people') });
  expect(outcome.status).toBe('succeeded');
  const { readFile } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const places = (await project.files('')).filter((path) => !/^(archive|source)\//.test(path));
  expect(places.length).toBeGreaterThan(2);
  for (const place of places)
    expect([place, (await readFile(join(project.root, place))).includes(secret)]).toEqual([place, false]);
  expect(
    await project.query(`SELECT count(*) FROM lake.people_stage s WHERE contains(s::VARCHAR, '${secret}')`),
  ).toEqual([['0']]);
  expect(JSON.stringify([outcome, events])).not.toContain(secret);
});

test('hash masks are keyed: the same key gives the same word, and without one nothing is read', async () => {
  const project = await createProject({
    ...people,
    schema: people.schema
      .replace('mask: [name]', '')
      .replace('name: { type: string }', 'name: { type: string, mask: hash }'),
  });
  await project.write({
    'source/people/a.csv': 'id,name,age,at\n1,Ann,1,2020-01-01\n2,Ann,1,2020-01-01\n3,,1,2020-01-01\n',
  });
  expect((await project.run('people')).outcome).toMatchObject({ status: 'failed', code: 'mask_key_missing' });
  await project.run('people', { maskKey: 'secret' });
  const { createHash } = await import('node:crypto');
  const word = createHash('sha256').update('secret:Ann').digest('hex');
  expect(await project.query('SELECT id, name FROM lake.people ORDER BY id')).toEqual([
    ['1', word],
    ['2', word],
    ['3', null],
  ]);
});
