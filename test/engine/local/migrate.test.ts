import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '../../../engine/local/migrate.ts';
import { createProject, type TestProject } from './fixture.ts';

const config = `
target_path: target/
target_schema: lake
sources:
  people: { path: source/people/, merge_key: id, cdc_key: '', expect: { max_bad: 1 } }
`;
const schemaOf = (columns: string) =>
  `tables:\n  people:\n    columns:\n      id: { type: string }\n${columns}`;

async function start(columns: string, delivery: string): Promise<TestProject> {
  const project = await createProject({ config, schema: schemaOf(columns) });
  await project.write({ 'source/people/a.csv': delivery });
  expect((await project.run('people')).outcome.status).toBe('succeeded');
  return project;
}

async function change(project: TestProject, columns: string) {
  await project.write({ 'schema/tables_schema.yaml': schemaOf(columns) });
}

function move(project: TestProject) {
  return migrate({
    root: project.root,
    plan: project.plan('people'),
    id: 'm',
    command: 'pistevo migrate people',
    signal: new AbortController().signal,
  });
}

test('a column that is new is added by the run that brings it, and a rollback leaves it empty', async () => {
  const project = await start('', 'id\n1\n2\n');
  await change(project, '      age: { type: int }\n');
  await project.write({ 'source/people/b.csv': 'id,age\n2,7\n3,8\n' });
  expect((await project.run('people')).outcome.counts).toMatchObject({ updated: 1, inserted: 1 });
  expect(await project.query('SELECT * FROM lake.people ORDER BY id')).toEqual([
    ['1', null],
    ['2', 7],
    ['3', 8],
  ]);
  expect(
    await project.query('SELECT id, age, file_name FROM lake.people_stage ORDER BY file_name, id'),
  ).toEqual([
    ['1', null, 'a.csv'],
    ['2', null, 'a.csv'],
    ['2', '7', 'b.csv'],
    ['3', '8', 'b.csv'],
  ]);
  const { rollback } = await import('../../../engine/local/rollback.ts');
  await rollback(
    {
      root: project.root,
      plan: project.plan('people'),
      id: 'u',
      command: 'c',
      signal: new AbortController().signal,
    },
    new Date(),
  );
  expect(await project.query('SELECT * FROM lake.people ORDER BY id')).toEqual([
    ['1', null],
    ['2', null],
  ]);
});

test('a renamed, dropped or retyped column stops the run with the command, which mends it', async () => {
  const project = await start(
    '      years: { type: int }\n      old: { type: string }\n      n: { type: int }\n',
    'id,years,old,n\n1,30,x,5\n',
  );
  await change(project, '      age: { type: int, rename_from: years }\n      n: { type: bigint }\n');
  await project.write({ 'source/people/b.csv': 'id,age,n\n2,31,6\n' });
  const { outcome } = await project.run('people');
  expect(outcome).toMatchObject({
    status: 'failed',
    code: 'needs_migration',
    reason: expect.stringMatching(
      /`years` is now `age`; `old` is gone.*`n` was int and is now bigint.*`pistevo migrate people`/,
    ),
  });
  expect(await move(project)).toEqual({
    kind: 'migrated',
    steps: ['Renamed `years` to `age`.', 'Dropped `old`.', 'Changed `n` from int to bigint.'],
  });
  expect((await project.run('people')).outcome.counts).toMatchObject({ inserted: 1 });
  expect(await project.query('SELECT * FROM lake.people ORDER BY id')).toEqual([
    ['1', 30, '5'],
    ['2', 31, '6'],
  ]);
  expect(await move(project)).toEqual({ kind: 'migrated', steps: [] });
});

test('a type change that would lose a value is refused and changes nothing', async () => {
  const project = await start('      x: { type: double }\n', 'id,x\n1,1.5\n2,2\n');
  await change(project, '      x: { type: int }\n');
  expect(await move(project)).toMatchObject({
    kind: 'refused',
    code: 'would_lose_values',
    message: expect.stringMatching(/`x` cannot become int: 1 value does not fit/),
  });
  expect(await project.query('SELECT x FROM lake.people ORDER BY id')).toEqual([[1.5], [2]]);
});

test('a column that is masked now is emptied wherever its values were kept, down to the bytes of the file', async () => {
  const secret = 'Qxzvwkplm';
  const columns = '      name: { type: string }\n      n: { type: int }\n';
  const project = await start(
    columns,
    `id,name,n\n${Array.from({ length: 2000 }, (_, index) => `${index},${secret}${index},${index % 10 === 0 ? 'bad' : 1}`).join('\n')}\n`,
  );
  await project.write({ 'source/people/b.csv': `id,name,n\n1,${secret}new,1\n` });
  await project.run('people');
  await change(project, '      name: { type: string, mask: null }\n      n: { type: int }\n');
  await project.write({ 'schema/tables_schema.yaml': `${schemaOf(columns)}    mask: [name]\n` });
  expect((await project.run('people')).outcome).toMatchObject({
    status: 'failed',
    code: 'needs_migration',
    reason: expect.stringContaining('`name` is masked now'),
  });
  expect(await move(project)).toMatchObject({
    kind: 'migrated',
    steps: [expect.stringContaining('Emptied `name`')],
  });
  expect(await project.query('SELECT count(*), count(name) FROM lake.people')).toEqual([['1800', '0']]);
  expect(
    await project.query(
      "SELECT count(*), count(staged['name']), count(staged['n']) FROM lake.people_quarantine",
    ),
  ).toEqual([['200', '0', '200']]);
  for (const file of await project.files('target'))
    expect((await readFile(join(project.root, 'target', file))).includes(secret)).toBe(false);
  await project.write({ 'source/people/c.csv': 'id,name,n\n1,x,2\n' });
  expect((await project.run('people')).outcome.status).toBe('succeeded');
});

test('a table that does not exist yet has nothing to migrate', async () => {
  const project = await createProject({ config, schema: schemaOf('') });
  expect(await move(project)).toMatchObject({ kind: 'refused', code: 'not_ingested' });
});
