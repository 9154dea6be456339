import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProject, people, type TestProject } from './fixture.ts';

const loose = { ...people, schema: people.schema.replace(', min: 0', '') };

async function twoRuns(project: TestProject) {
  await project.write({
    'source/people/a.csv': 'id,name,age,at\n1,x,-1,2020-01-01\n2,x,2,2020-01-01\n3,x,3,2020-01-01\nbad\n',
  });
  const one = await project.run('people', { plan: project.lenientPlan('people') });
  await project.write({ 'source/people/b.csv': 'id,name,age,at\n2,x,20,2021-01-01\n4,x,4,2021-01-01\n' });
  const two = await project.run('people');
  return { one, two };
}

const rows = (project: TestProject) => project.query('SELECT id, age FROM lake.people ORDER BY id');

test('quarantined records come through once the rule that held them is changed, and are marked resolved', async () => {
  const project = await createProject(people);
  await twoRuns(project);
  await project.write({ 'schema/tables_schema.yaml': loose.schema });
  const { outcome, runId } = await project.run('people', {
    reprocess: { select: { kind: 'quarantined' }, isRebuild: false },
  });
  expect(outcome).toMatchObject({
    status: 'succeeded',
    counts: { records: 2, malformed: 1, inserted: 1, targetRows: 4 },
  });
  expect(await rows(project)).toEqual([
    ['1', -1],
    ['2', 20],
    ['3', 3],
    ['4', 4],
  ]);
  expect(
    await project.query('SELECT line, resolved_run FROM lake.people_quarantine ORDER BY line, ts'),
  ).toEqual([
    ['2', runId],
    ['5', runId],
    ['5', null],
  ]);
  expect(
    await project.query(
      'SELECT count(*) FROM lake.people_stage WHERE ts = (SELECT max(ts) FROM lake.people_stage)',
    ),
  ).toEqual([['1']]);
  expect(await project.files('source')).toEqual([]);
  expect(await project.files('archive')).toHaveLength(2);
});

test('a run, a file or all since a time are read again from the archive without doubling a row', async () => {
  const project = await createProject(people);
  const { one } = await twoRuns(project);
  const lenient = project.lenientPlan('people');
  const again = (select: Parameters<TestProject['run']>[1]) =>
    project.run('people', { plan: lenient, ...select });
  const run = await again({ reprocess: { select: { kind: 'run', runId: one.runId }, isRebuild: false } });
  expect(run.outcome.counts).toMatchObject({
    records: 4,
    malformed: 1,
    quarantined: 1,
    unchanged: 1,
    stale: 1,
    targetRows: 3,
  });
  const file = await again({ reprocess: { select: { kind: 'file', file: 'b.csv' }, isRebuild: false } });
  expect(file.outcome.counts).toMatchObject({ records: 2, unchanged: 2, targetRows: 3 });
  const since = await again({ reprocess: { select: { kind: 'since', at: new Date(0) }, isRebuild: false } });
  expect(since.outcome.counts).toMatchObject({ files: 2, records: 6, targetRows: 3 });
  expect(
    await project.query('SELECT count(*) FROM lake.people_quarantine WHERE resolved_run IS NULL'),
  ).toEqual([['2']]);
});

test('a rebuild makes the table anew from all originals in one commit, and can be undone', async () => {
  const project = await createProject(people);
  await twoRuns(project);
  await project.write({
    'schema/tables_schema.yaml': loose.schema.replace('age: { type: int }', 'age: { type: double }'),
  });
  const { outcome } = await project.run('people', {
    plan: project.lenientPlan('people'),
    reprocess: { select: { kind: 'all' }, isRebuild: true },
  });
  expect(outcome.counts).toMatchObject({
    files: 2,
    records: 6,
    malformed: 1,
    inserted: 4,
    superseded: 1,
    targetRows: 4,
  });
  expect(await rows(project)).toEqual([
    ['1', -1],
    ['2', 20],
    ['3', 3],
    ['4', 4],
  ]);
  const { rollback } = await import('../../../engine/local/rollback.ts');
  const undone = await rollback(
    {
      root: project.root,
      plan: project.plan('people'),
      id: 'u',
      command: 'c',
      signal: new AbortController().signal,
    },
    new Date(),
  );
  expect(undone).toMatchObject({ kind: 'rolled-back', targetRows: 3 });
  expect(await rows(project)).toEqual([
    ['2', 20],
    ['3', 3],
    ['4', 4],
  ]);
});

test('a load that appends refuses what would double its rows, and rebuilds', async () => {
  const config = people.config.replace(/ {4}merge_key: id\n {4}cdc_key: at/, '    load: append');
  const project = await createProject({ ...people, config });
  await twoRuns(project);
  const refused = await project.run('people', {
    reprocess: { select: { kind: 'file', file: 'b.csv' }, isRebuild: false },
  });
  expect(refused.outcome).toMatchObject({
    status: 'failed',
    code: 'would_duplicate',
    reason: expect.stringContaining('--rebuild'),
  });
  const rebuilt = await project.run('people', {
    plan: project.lenientPlan('people'),
    reprocess: { select: { kind: 'all' }, isRebuild: true },
  });
  expect(rebuilt.outcome.counts).toMatchObject({ inserted: 4, targetRows: 4 });
});

test('an original that is missing or damaged in the archive fails the run and names it', async () => {
  const project = await createProject(people);
  const { one } = await twoRuns(project);
  const select = { reprocess: { select: { kind: 'run', runId: one.runId }, isRebuild: false } } as const;
  const original = join(project.root, 'archive/people', one.runId, 'a.csv');
  await writeFile(original, 'id,name,age,at\n1,x,1,2020-01-01\n');
  expect((await project.run('people', select)).outcome).toMatchObject({
    status: 'failed',
    code: 'original_damaged',
  });
  await rm(original);
  expect((await project.run('people', select)).outcome).toMatchObject({
    status: 'failed',
    code: 'original_missing',
    reason: expect.stringContaining('`a.csv`'),
  });
});

test('a selection that finds nothing is no input and says what was looked for', async () => {
  const project = await createProject(people);
  const { outcome } = await project.run('people', {
    reprocess: { select: { kind: 'file', file: 'never.csv' }, isRebuild: false },
  });
  expect(outcome).toMatchObject({
    status: 'no_input',
    reason: expect.stringContaining('no committed file of that name'),
  });
});
