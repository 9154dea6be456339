import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createProject, people } from './fixture.ts';

const many = `id,name,age,at\n${Array.from({ length: 60_000 }, (_, index) => `${index},n${index},${index % 90},2020-01-01`).join('\n')}\n`;

for (const stage of ['discover', 'stage', 'check', 'gate', 'merge', 'commit'] as const) {
  test(`a run cancelled when ${stage} begins changes nothing`, async () => {
    const project = await createProject(people);
    await project.write({ 'source/people/a.csv': many });
    const controller = new AbortController();
    const { outcome } = await project.run('people', {
      signal: controller.signal,
      emit: (event) => {
        if (event.kind !== 'stage-started' || event.stage !== stage) return;
        controller.abort();
      },
    });
    expect(outcome).toMatchObject({ status: 'cancelled', exitCode: 130 });
    expect(await project.files('source')).toEqual(['people/a.csv']);
    expect((await project.files('target')).filter((file) => file !== 'lake.duckdb')).toEqual([]);
    expect(await project.files('.pistevo')).toEqual([]);
    expect((await project.run('people')).outcome.counts).toMatchObject({
      inserted: 60_000,
      targetRows: 60_000,
    });
  });
}

test('a run cancelled in the middle of staging ends there', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': many.repeat(4).replaceAll('\nid,name,age,at\n', '\n') });
  const controller = new AbortController();
  const { outcome } = await project.run('people', {
    signal: controller.signal,
    emit: (event) => {
      if (event.kind !== 'stage-progress') return;
      controller.abort();
    },
  });
  expect(outcome.status).toBe('cancelled');
});

test('a run cancelled before it begins does nothing at all', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': many });
  expect((await project.run('people', { signal: AbortSignal.abort() })).outcome.status).toBe('cancelled');
  expect(await project.files('')).toEqual(['source/people/a.csv']);
});

test('a run cancelled after its commit has succeeded; the next run archives what is left and reads nothing', async () => {
  const project = await createProject(people);
  await project.write({
    'source/people/a.csv': many,
    'source/people/b.csv': 'id,name,age,at\nb,x,1,2020-01-01\n',
  });
  const controller = new AbortController();
  const one = await project.run('people', {
    signal: controller.signal,
    emit: (event) => {
      if (event.kind === 'committed') controller.abort();
    },
  });
  expect(one.outcome).toMatchObject({ status: 'succeeded', counts: { inserted: 60_001 } });
  expect(one.events).toContainEqual(expect.objectContaining({ kind: 'warning', code: 'archive_unfinished' }));
  expect(await project.files('source')).toEqual(['people/a.csv', 'people/b.csv']);
  const two = await project.run('people');
  expect(two.outcome.status).toBe('no_input');
  expect(await project.files('archive')).toEqual([`people/${one.runId}/a.csv`, `people/${one.runId}/b.csv`]);
  expect(await project.query('SELECT count(*) FROM lake.people')).toEqual([['60001']]);
});

test('two runs of one dataset at once: one ingests, the other names it or finds nothing left', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': many });
  const both = await Promise.all([project.run('people'), project.run('people')]);
  const statuses = both.map(({ outcome }) => outcome.status).sort();
  expect(statuses).toEqual(['no_input', 'succeeded']);
  expect(await project.query('SELECT count(*) FROM lake.people')).toEqual([['60000']]);
});

test('datasets of one project run side by side in one process and commit one after the other', async () => {
  const names = ['one', 'two', 'three'];
  const project = await createProject({
    config: `target_path: target/\ntarget_schema: lake\nsources:\n${names.map((name) => `  ${name}: { path: source/${name}/, merge_key: id, cdc_key: '' }`).join('\n')}\n`,
    schema: `tables:\n${names.map((name) => `  ${name}: { columns: { id: { type: string } } }`).join('\n')}\n`,
  });
  for (const name of names)
    await project.write({
      [`source/${name}/a.csv`]: `id\n${Array.from({ length: 5000 }, (_, index) => `${name}${index}`).join('\n')}\n`,
    });
  const ran = await Promise.all(names.map((name) => project.run(name)));
  expect(ran.map(({ outcome }) => outcome.status)).toEqual(['succeeded', 'succeeded', 'succeeded']);
  for (const name of names)
    expect(await project.query(`SELECT count(*) FROM lake.${name}`)).toEqual([['5000']]);
});

test('a warehouse open in another program makes the run wait, then name that program', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': 'id,name,age,at\n1,x,1,2020-01-01\n' });
  await project.run('people');
  const { spawn } = await import('node:child_process');
  const script = `const { DuckDBInstance } = require('@duckdb/node-api'); DuckDBInstance.create(${JSON.stringify(`${project.root}/target/lake.duckdb`)}).then((i) => { globalThis.i = i; console.log('open'); setInterval(() => {}, 1000); });`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await once(child.stdout, 'data');
    await project.write({ 'source/people/b.csv': 'id,name,age,at\n2,x,1,2020-01-01\n' });
    const { outcome } = await project.run('people', { commitWaitMs: 200 });
    expect(outcome).toMatchObject({
      status: 'failed',
      code: 'warehouse_busy',
      reason: expect.stringContaining(`PID ${child.pid}`),
    });
  } finally {
    child.kill();
    await once(child, 'exit');
  }
  expect((await project.run('people')).outcome.counts).toMatchObject({ inserted: 1, targetRows: 2 });
});
