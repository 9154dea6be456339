import { expect, test } from 'vitest';
import { doctorFacts } from '../../../engine/local/doctor-facts.ts';
import { explain } from '../../../engine/local/explain.ts';
import { preview } from '../../../engine/local/preview.ts';
import { createProject, people, type TestProject } from './fixture.ts';

function session(project: TestProject) {
  return {
    root: project.root,
    plan: project.plan('people'),
    id: 'ask',
    command: 'pistevo explain',
    signal: new AbortController().signal,
  };
}

function ask(project: TestProject, file: string, line: number) {
  return explain({ ...session(project), file, line });
}

async function ingested(): Promise<TestProject> {
  const schema = people.schema.replace('    mask: [name]', '    mask: [name]\n    delete_when: age = 99');
  const project = await createProject({ ...people, schema });
  await project.write({
    'source/people/a.csv':
      'id,name,age,at\n1,x,1,2020-01-01\n2,x,2,2020-01-01\n3,x,3,2020-01-01\n4,x,4,2020-01-01\n',
  });
  await project.run('people');
  await project.write({
    'source/people/b.csv':
      'id,name,age,at\n1,x,10,2021-01-01\n2,x,2,2020-01-01\n3,x,3,2019-01-01\n4,x,99,2021-01-01\n5,"two\nlines",5,2020-01-01\n5,x,6,2021-01-01\n6,x,-1,2020-01-01\nmal,formed\n7,x,x,bad\n',
  });
  await project.run('people', { plan: { ...project.lenientPlan('people') } });
  return project;
}

test('every record of a delivery is explained by what became of it', async () => {
  const project = await ingested();
  const fates: unknown[] = [];
  for (const line of [2, 3, 4, 5, 6, 8, 9, 10, 11]) {
    const answer = await ask(project, 'b.csv', line);
    fates.push(answer.kind === 'explained' ? [answer.record, answer.line, answer.fate.kind] : answer);
  }
  expect(fates).toEqual([
    [1, 2, 'updated'],
    [2, 3, 'unchanged'],
    [3, 4, 'stale'],
    [4, 5, 'deleted'],
    [5, 6, 'superseded'],
    [6, 8, 'inserted'],
    [7, 9, 'quarantined'],
    [8, 10, 'malformed'],
    [9, 11, 'quarantined'],
  ]);
});

test('a quarantined record names its rules with their lines, and shows what was staged with masks applied', async () => {
  const project = await ingested();
  expect(await ask(project, 'archive/people/some-run/b.csv', 9)).toMatchObject({
    kind: 'explained',
    broken: [
      {
        id: 'min:age',
        severity: 'quarantine',
        origin: { file: 'schema/tables_schema.yaml', path: 'tables.people.columns.age.min' },
      },
    ],
    staged: { id: '6', name: null, age: '-1', at: '2020-01-01' },
  });
  expect(await ask(project, 'b.csv', 11)).toMatchObject({ broken: [{ id: 'cast:age' }, { id: 'cast:at' }] });
  expect(await ask(project, 'b.csv', 10)).toMatchObject({
    broken: [{ id: 'malformed:fields', origin: null, message: expect.stringContaining('number of fields') }],
    staged: null,
  });
});

test('a later line of a record is explained as that record, and the winner of a key is named', async () => {
  const project = await ingested();
  expect(await ask(project, 'b.csv', 7)).toMatchObject({
    record: 5,
    line: 6,
    fate: { kind: 'superseded', by: { file: 'b.csv', line: 8 } },
  });
});

test('a record whose row a later run changed names that run', async () => {
  const project = await ingested();
  expect(await ask(project, 'a.csv', 2)).toMatchObject({
    fate: { kind: 'replaced', by: '20260101T100002Z-people-0002' },
  });
  expect(await ask(project, 'a.csv', 5)).toMatchObject({ fate: { kind: 'replaced', by: null } });
});

test('the header, an unknown file and a dataset without a warehouse are refused with what to do', async () => {
  const project = await ingested();
  expect(await ask(project, 'b.csv', 1)).toMatchObject({ kind: 'refused', code: 'no_record' });
  expect(await ask(project, 'z.csv', 1)).toMatchObject({
    kind: 'refused',
    code: 'unknown_file',
    message: expect.stringContaining('`pistevo history people`'),
  });
  const empty = await createProject(people);
  expect(await ask(empty, 'a.csv', 1)).toMatchObject({ kind: 'refused', code: 'unknown_file' });
});

test('a preview shows rows of target, stage and quarantine as text, with types and the number of all rows', async () => {
  const project = await ingested();
  expect(await preview(session(project), { table: 'target', limit: 1 })).toMatchObject({
    kind: 'rows',
    table: 'lake.people',
    totalRows: 4,
    columns: [
      { name: 'id', type: 'VARCHAR' },
      { name: 'name', type: 'VARCHAR' },
      { name: 'age', type: 'INTEGER' },
      { name: 'at', type: 'DATE' },
    ],
  });
  const stage = await preview(session(project), { table: 'stage', limit: 100 });
  expect(stage.kind === 'rows' && stage.rows[0]).toEqual([
    '1',
    null,
    '1',
    '2020-01-01',
    'a.csv',
    '20260101000100',
  ]);
  expect(await preview(session(project), { table: 'quarantine', limit: 0 })).toMatchObject({
    rows: [],
    totalRows: 3,
  });
  const empty = await createProject(people);
  expect(await preview(session(empty), { table: 'target', limit: 1 })).toMatchObject({
    kind: 'refused',
    code: 'not_ingested',
  });
});

test('the doctor learns engine, sizes and holders of locks', async () => {
  const project = await ingested();
  const facts = await doctorFacts(project.root, project.plan('people'));
  expect(facts).toMatchObject({
    engineVersion: expect.stringMatching(/^v1\./),
    logBytes: null,
    scratchBytes: 0,
    locks: [],
  });
  expect(facts.warehouseBytes).toBeGreaterThan(0);
  expect(facts.stagingBytes).toBeGreaterThan(0);
});
