import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProject, people } from './fixture.ts';

const records = ['1,Ann,30,2020-01-01', '2,Bob,31,2020-01-01', '3,"C, D",5,2020-01-02'];
const file = (lines: readonly string[], end = '\n') => ['id,name,age,at', ...lines, ''].join(end);

function withSource(setting: string) {
  return { ...people, config: people.config.replace('cdc_key: at', `cdc_key: at\n    ${setting}`) };
}

test('the same bytes under another name are skipped and archived', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': file(records) });
  const first = await project.run('people');
  await project.write({ 'source/people/b.csv': file(records) });
  const { outcome, events, runId } = await project.run('people');
  expect(outcome).toMatchObject({ status: 'no_input', reason: expect.stringContaining('ingested before') });
  expect(events).toContainEqual(
    expect.objectContaining({
      kind: 'file-seen',
      file: 'b.csv',
      state: 'redelivered',
      reason: `It holds the same records as \`a.csv\` of run \`${first.runId}\`.`,
    }),
  );
  expect(await project.files('archive')).toEqual([`people/${first.runId}/a.csv`, `people/${runId}/b.csv`]);
});

test('the same records in another order, with other line ends and other quoting, are the same delivery', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': file(records) });
  await project.run('people');
  await project.write({
    'source/people/b.csv': file(
      ['3,"C, D",5,2020-01-02', '"2",Bob,"31",2020-01-01', '1,Ann,30,2020-01-01'],
      '\r\n',
    ),
  });
  expect((await project.run('people')).outcome.status).toBe('no_input');
});

test('as many records with the same header but one other value are a new delivery', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': file(records) });
  await project.run('people');
  await project.write({ 'source/people/b.csv': file([records[0]!, records[1]!, '3,"C, D",6,2020-01-02']) });
  expect((await project.run('people')).outcome).toMatchObject({
    status: 'succeeded',
    counts: { updated: 1, unchanged: 2 },
  });
});

test('only masked values differ: it is a new delivery, because clear values are compared', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': file(records) });
  await project.run('people');
  await project.write({ 'source/people/b.csv': file(['1,Anna,30,2020-01-01', records[1]!, records[2]!]) });
  expect((await project.run('people')).outcome).toMatchObject({
    status: 'succeeded',
    counts: { unchanged: 3 },
  });
});

test('a redelivered file beside a new one is left out, and the new one is ingested', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': file(records) });
  await project.run('people');
  await project.write({
    'source/people/b.csv': file(records),
    'source/people/c.csv': file(['9,Z,1,2020-01-01', 'x,y']),
  });
  const { outcome } = await project.run('people', { plan: project.lenientPlan('people') });
  expect(outcome).toMatchObject({
    status: 'succeeded',
    counts: { files: 1, records: 2, malformed: 1, inserted: 1, targetRows: 4 },
  });
  expect(
    await project.query("SELECT DISTINCT file_name FROM lake.people_stage WHERE ts = '20260101000200'"),
  ).toEqual([['c.csv']]);
});

test('on_redelivery: ingest takes the file again, and fail rejects it with the setting to change', async () => {
  const again = await createProject(withSource('on_redelivery: ingest'));
  await again.write({ 'source/people/a.csv': file(records) });
  await again.run('people');
  await again.write({ 'source/people/b.csv': file(records) });
  expect((await again.run('people')).outcome).toMatchObject({
    status: 'succeeded',
    counts: { unchanged: 3 },
  });
  const fail = await createProject(withSource('on_redelivery: fail'));
  await fail.write({ 'source/people/a.csv': file(records) });
  await fail.run('people');
  await fail.write({ 'source/people/b.csv': file(records) });
  expect((await fail.run('people')).outcome).toMatchObject({
    status: 'rejected',
    code: 'redelivered',
    reason: expect.stringContaining('`on_redelivery`'),
  });
  expect(await fail.files('source')).toEqual(['people/b.csv']);
});

test('new content under an old name is a new delivery, and both originals are kept', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': file(records) });
  const one = await project.run('people');
  await project.write({ 'source/people/a.csv': file(['7,New,1,2020-01-01']) });
  const two = await project.run('people');
  expect(two.outcome.counts).toMatchObject({ inserted: 1, targetRows: 4 });
  expect(await project.files('archive')).toEqual([`people/${one.runId}/a.csv`, `people/${two.runId}/a.csv`]);
});

test('the same name with the same content is a leftover: archived, not read', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': file(records) });
  const { runId } = await project.run('people');
  await project.write({ 'source/people/a.csv': file(records) });
  const { events, outcome } = await project.run('people');
  expect(outcome.status).toBe('no_input');
  expect(events).toContainEqual(expect.objectContaining({ file: 'a.csv', state: 'leftover' }));
  expect(await project.files('')).toContain(`archive/people/${runId}/a.csv`);
  expect(await project.files('source')).toEqual([]);
});

test('a table that is replaced may return to an earlier state, and repeats of the latest are skipped', async () => {
  const project = await createProject(withSource('load: replace'));
  const deliver = async (lines: readonly string[], minute: number) => {
    await project.write({ 'source/people/full.csv': file(lines) });
    const at = new Date(Date.UTC(2025, 0, 1, 0, minute));
    utimesSync(join(project.root, 'source/people/full.csv'), at, at);
    return (await project.run('people')).outcome;
  };
  expect((await deliver(records, 1)).counts).toMatchObject({ inserted: 3, targetRows: 3 });
  expect((await deliver(records, 2)).status).toBe('no_input');
  expect((await deliver(records.slice(0, 1), 3)).counts).toMatchObject({ inserted: 1, targetRows: 1 });
  expect((await deliver(records, 4)).counts).toMatchObject({ inserted: 3, targetRows: 3 });
});

test('a replacement of several files keeps the file that did not change', async () => {
  const project = await createProject(withSource('load: replace'));
  await project.write({
    'source/people/a.csv': file(records.slice(0, 1)),
    'source/people/b.csv': file(records.slice(1, 2)),
  });
  await project.run('people');
  await project.write({
    'source/people/a.csv': file(records.slice(0, 1)),
    'source/people/b.csv': file(records.slice(1, 3)),
  });
  const at = new Date(Date.UTC(2025, 0, 1));
  utimesSync(join(project.root, 'source/people/a.csv'), at, at);
  expect((await project.run('people')).outcome.counts).toMatchObject({ inserted: 3, targetRows: 3 });
});
