import { expect, test } from 'vitest';
import { rollback } from '../../../engine/local/rollback.ts';
import { createProject, people, type TestProject } from './fixture.ts';

const now = new Date(Date.UTC(2026, 5, 1));

function undo(project: TestProject) {
  return rollback(
    {
      root: project.root,
      plan: project.plan('people'),
      id: 'undo',
      command: 'pistevo rollback people',
      signal: new AbortController().signal,
    },
    now,
  );
}

async function deliver(project: TestProject, name: string, lines: string, options = {}) {
  await project.write({ [`source/people/${name}.csv`]: `id,name,age,at\n${lines}` });
  return project.run('people', options);
}

const rows = (project: TestProject) => project.query('SELECT id, age, "at" FROM lake.people ORDER BY id');

test('commits are undone one after the other: rows added go, rows changed and deleted come back', async () => {
  const schema = people.schema.replace('    mask: [name]', '    mask: [name]\n    delete_when: age = 99');
  const project = await createProject({ ...people, schema });
  await deliver(project, 'a', '1,x,1,2020-01-01\n2,x,2,2020-01-01\n3,x,3,2020-01-01\n');
  const before = await rows(project);
  const two = await deliver(project, 'b', '1,x,10,2021-01-01\n2,x,99,2021-01-01\n4,x,4,2021-01-01\n');
  const between = await rows(project);
  const three = await deliver(
    project,
    'c',
    '1,x,11,2022-01-01\n5,x,-1,2022-01-01\n3,x,33,2022-01-01\n4,x,44,2022-01-01\n',
    { plan: project.lenientPlan('people') },
  );
  expect(await undo(project)).toEqual({
    kind: 'rolled-back',
    runId: three.runId,
    targetRows: 3,
    files: ['c.csv'],
  });
  expect(await rows(project)).toEqual(between);
  expect(await project.query('SELECT * FROM lake.people_quarantine')).toEqual([]);
  expect(await undo(project)).toMatchObject({ runId: two.runId });
  expect(await rows(project)).toEqual(before);
  expect(await undo(project)).toMatchObject({ targetRows: 0 });
  expect(await undo(project)).toMatchObject({ kind: 'refused', code: 'nothing_to_undo' });
  expect(await project.files('target/lake_stage')).toEqual([]);
  expect(await project.query('SELECT * FROM lake.people_stage')).toEqual([]);
});

test('a file of an undone run is new again when it is delivered again', async () => {
  const project = await createProject(people);
  await deliver(project, 'a', '1,x,1,2020-01-01\n');
  await undo(project);
  const { outcome } = await deliver(project, 'a', '1,x,1,2020-01-01\n');
  expect(outcome).toMatchObject({ status: 'succeeded', counts: { inserted: 1 } });
  expect(await rows(project)).toEqual([['1', 1, '2020-01-01']]);
});

test('a replacement is undone by taking the old table back', async () => {
  const project = await createProject({
    ...people,
    config: people.config.replace('cdc_key: at', 'cdc_key: at\n    load: replace'),
  });
  await deliver(project, 'a', '1,x,1,2020-01-01\n2,x,1,2020-01-01\n');
  const before = await rows(project);
  await deliver(project, 'b', '3,x,3,2020-01-01\n');
  await undo(project);
  expect(await rows(project)).toEqual(before);
});

test('only as many commits as are kept can be undone, and the refusal says how to get there otherwise', async () => {
  const project = await createProject(people);
  for (let turn = 1; turn <= 4; turn += 1)
    await deliver(project, `f${turn}`, `1,x,${turn},202${turn}-01-01\n`, { undoCommits: 2 });
  expect(await project.query("SELECT count(*) FROM duckdb_tables() WHERE table_name LIKE 'undo:%'")).toEqual([
    ['2'],
  ]);
  expect(await undo(project)).toMatchObject({ kind: 'rolled-back' });
  expect(await undo(project)).toMatchObject({ kind: 'rolled-back' });
  expect(await undo(project)).toMatchObject({
    kind: 'refused',
    code: 'cannot_undo',
    message: expect.stringContaining('--rebuild'),
  });
  expect(await rows(project)).toEqual([['1', 2, '2022-01-01']]);
});

test('with no commits kept nothing can be undone and no before-image is stored', async () => {
  const project = await createProject(people);
  await deliver(project, 'a', '1,x,1,2020-01-01\n', { undoCommits: 0 });
  await deliver(project, 'b', '1,x,2,2021-01-01\n', { undoCommits: 0 });
  expect(await project.query("SELECT count(*) FROM duckdb_tables() WHERE table_name LIKE 'undo:%'")).toEqual([
    ['0'],
  ]);
  expect(await undo(project)).toMatchObject({ kind: 'refused', code: 'cannot_undo' });
});

test('a dataset that was never ingested has nothing to undo', async () => {
  const project = await createProject(people);
  expect(await undo(project)).toMatchObject({ kind: 'refused', code: 'nothing_to_undo' });
  expect(await project.files('target')).toEqual([]);
});
