import { appendFileSync, utimesSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createProject, people } from './fixture.ts';

const first = 'id,name,age,at\n1,Ann,30,2020-01-01\n2,Bob,31,2020-01-01\n3,"C, D",5,2020-01-02\n';

test('a first delivery is merged, staged, archived and told in numbers that add up', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': `${first}1,Ann,32,2020-02-01\n4,Di,-1,2020-01-01\n` });
  const { outcome, runId } = await project.run('people', { plan: project.lenientPlan('people') });
  expect(outcome).toMatchObject({ status: 'succeeded', exitCode: 0 });
  expect(outcome.counts).toMatchObject({
    files: 1,
    records: 5,
    accepted: 5,
    quarantined: 1,
    inserted: 3,
    superseded: 1,
    targetRows: 3,
  });
  expect(await project.query('SELECT * FROM lake.people ORDER BY id')).toEqual([
    ['1', null, 32, '2020-02-01'],
    ['2', null, 31, '2020-01-01'],
    ['3', null, 5, '2020-01-02'],
  ]);
  expect(await project.query('SELECT count(*), min(file_name), min(ts) FROM lake.people_stage')).toEqual([
    ['5', 'a.csv', '20260101000100'],
  ]);
  expect(
    await project.query(
      "SELECT run_id, file_name, record, line, reasons, staged['age'], staged['name'] FROM lake.people_quarantine",
    ),
  ).toEqual([[runId, 'a.csv', '5', '6', ['min:age'], '-1', null]]);
  expect(await project.files('archive')).toEqual([`people/${runId}/a.csv`]);
  expect(await project.files('source')).toEqual([]);
  expect(await project.files('.pistevo')).toEqual([]);
});

test('stages are told in order, each with its end, and progress and places come along', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': first });
  const { events, outcome } = await project.run('people');
  const stages = events.flatMap((event) =>
    event.kind === 'stage-started' || event.kind === 'stage-ended' ? [`${event.kind} ${event.stage}`] : [],
  );
  expect(stages).toEqual(
    ['discover', 'stage', 'check', 'gate', 'merge', 'commit', 'archive'].flatMap((stage) => [
      `stage-started ${stage}`,
      `stage-ended ${stage}`,
    ]),
  );
  expect(events.filter((event) => event.kind === 'committed')).toHaveLength(1);
  expect(outcome.places['target']).toBe('target/lake.duckdb (lake.people)');
});

test('the same project run again ingests nothing and says so', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': first });
  await project.run('people');
  const { outcome } = await project.run('people');
  expect(outcome).toMatchObject({ status: 'no_input', exitCode: 0, code: 'no_input' });
  expect(outcome.counts).toMatchObject({ records: 0, targetRows: 3 });
  expect(await project.query('SELECT count(*) FROM lake.people')).toEqual([['3']]);
});

test('a source folder that does not exist is no input, and the sentence names it', async () => {
  const project = await createProject(people);
  const { outcome } = await project.run('people');
  expect(outcome.status).toBe('no_input');
  expect(outcome.reason).toContain('`source/people/` does not exist');
});

test('a delta updates, leaves alone, and turns away what is older', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': first });
  await project.run('people');
  await project.write({
    'source/people/b.csv':
      'id,name,age,at\n1,Ann,40,2021-01-01\n2,Bob,31,2020-01-01\n3,C,9,2019-01-01\n5,New,1,\n',
  });
  const { outcome } = await project.run('people');
  expect(outcome.counts).toMatchObject({ updated: 1, unchanged: 1, stale: 1, inserted: 1, targetRows: 4 });
  expect(await project.query('SELECT id, age FROM lake.people ORDER BY id')).toEqual([
    ['1', 40],
    ['2', 31],
    ['3', 5],
    ['5', 1],
  ]);
});

test('an empty file is named and archived, and a file of a header only is a delivery of no rows', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/empty.csv': '', 'source/people/header.csv': 'id,name,age,at\n' });
  const { outcome, events, runId } = await project.run('people');
  expect(outcome).toMatchObject({ status: 'succeeded', counts: { files: 1, records: 0, targetRows: 0 } });
  expect(events).toContainEqual(
    expect.objectContaining({ kind: 'file-seen', file: 'empty.csv', state: 'empty_file' }),
  );
  expect(await project.files('archive')).toEqual([`people/${runId}/empty.csv`, `people/${runId}/header.csv`]);
  expect(await project.query('SELECT * FROM lake.people_stage')).toEqual([]);
});

test('a gzip that holds nothing rejects the delivery, because not even a header came', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv.gz': gzipSync('') });
  const { outcome } = await project.run('people');
  expect(outcome).toMatchObject({
    status: 'rejected',
    code: 'file_no_header',
    reason: expect.stringContaining('`a.csv.gz`'),
  });
});

test('files that settle wait, and a marker that is not there holds the delivery', async () => {
  const waiting = await createProject({
    ...people,
    config: people.config.replace('cdc_key: at', 'cdc_key: at\n    settle_seconds: 3600'),
  });
  await waiting.write({ 'source/people/a.csv': first });
  const now = new Date(Date.UTC(2026, 0, 1, 0, 1));
  utimesSync(join(waiting.root, 'source/people/a.csv'), now, now);
  const { outcome, events } = await waiting.run('people');
  expect(outcome).toMatchObject({
    status: 'no_input',
    reason: expect.stringContaining('still being written'),
  });
  expect(events).toContainEqual(expect.objectContaining({ state: 'settling', file: 'a.csv' }));
  const marked = await createProject({
    ...people,
    config: people.config.replace('cdc_key: at', 'cdc_key: at\n    ready_marker: _SUCCESS'),
  });
  await marked.write({ 'source/people/a.csv': first });
  expect((await marked.run('people')).outcome.reason).toContain('marker `_SUCCESS`');
  await marked.write({ 'source/people/_SUCCESS': '' });
  expect((await marked.run('people')).outcome.status).toBe('succeeded');
});

test('malformed records are told by place and reason, and kept without their text', async () => {
  const project = await createProject(people);
  await project.write({
    'source/people/a.csv': `${first}4,too,few\n5,"ba"d,1,2020-01-01\n6,"two\nlines",7,2020-01-01\n`,
  });
  const { outcome, events, runId } = await project.run('people', { plan: project.lenientPlan('people') });
  expect(outcome.counts).toMatchObject({ records: 6, malformed: 2, accepted: 4, inserted: 4 });
  expect(events).toContainEqual({
    kind: 'rule-result',
    rule: 'malformed:fields',
    severity: 'quarantine',
    failing: 1,
    samples: [{ file: 'a.csv', line: 5 }],
  });
  expect(
    await project.query(
      'SELECT run_id, record, line, length, reasons, staged FROM lake.people_quarantine ORDER BY line',
    ),
  ).toEqual([
    [runId, '4', '5', '9', ['malformed:fields'], null],
    [runId, '5', '6', '20', ['malformed:quote'], null],
  ]);
});

test('a file whose quote never closes rejects the delivery and names the line where it opened', async () => {
  const project = await createProject(people);
  await project.write({
    'source/people/a.csv': first,
    'source/people/b.csv': `${first}4,"open,1,2020-01-01\n`,
  });
  const { outcome, events } = await project.run('people');
  expect(outcome).toMatchObject({
    status: 'rejected',
    exitCode: 3,
    code: 'file_open_quote',
    reason: expect.stringContaining('line 5'),
  });
  expect(events).toContainEqual(
    expect.objectContaining({ kind: 'file-seen', file: 'b.csv', state: 'rejected' }),
  );
  expect(await project.files('target')).toEqual([]);
  expect(await project.files('source')).toEqual(['people/a.csv', 'people/b.csv']);
});

test('a file that grows while it is ingested fails the run before the commit', async () => {
  for (const stage of ['stage', 'check', 'merge', 'commit']) {
    const project = await createProject(people);
    await project.write({ 'source/people/a.csv': first });
    const { outcome } = await project.run('people', {
      emit: (event) => {
        if (event.kind === 'stage-started' && event.stage === stage)
          appendFileSync(join(project.root, 'source/people/a.csv'), '9,Late,1,2020-01-01\n');
      },
    });
    expect([stage, outcome.status, outcome.code]).toEqual([stage, 'failed', 'source_changed']);
    const { outcome: again } = await project.run('people');
    expect(again.counts).toMatchObject({ inserted: 4, targetRows: 4 });
  }
});

test('a file that changes after the commit is left for the next run, which takes it', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': first });
  const { outcome, events } = await project.run('people', {
    emit: (event) => {
      if (event.kind === 'committed')
        appendFileSync(join(project.root, 'source/people/a.csv'), '9,Late,1,2020-01-01\n');
    },
  });
  expect(outcome.status).toBe('succeeded');
  expect(events).toContainEqual(expect.objectContaining({ kind: 'warning', code: 'archive_failed' }));
  expect((await project.run('people')).outcome.counts).toMatchObject({
    unchanged: 3,
    inserted: 1,
    targetRows: 4,
  });
});

test('an archive that cannot be written makes a warning, and the next run finishes it without reading again', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': first, 'archive/people': 'a file in the way' });
  const { outcome, events, runId } = await project.run('people');
  expect(outcome.status).toBe('succeeded');
  expect(events).toContainEqual(expect.objectContaining({ kind: 'warning', code: 'archive_failed' }));
  const { rm } = await import('node:fs/promises');
  await rm(join(project.root, 'archive/people'));
  const next = await project.run('people');
  expect(next.outcome.status).toBe('no_input');
  expect(next.events).toContainEqual(expect.objectContaining({ state: 'leftover', file: 'a.csv' }));
  expect(await project.files('archive')).toEqual([`people/${runId}/a.csv`]);
});

test('a dry run tells what would happen and leaves no trace', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': first });
  await project.run('people');
  await project.write({
    'source/people/b.csv': 'id,name,age,at\n1,Ann,40,2021-01-01\n7,New,-1,2020-01-01\n8,New,1,2020-01-01\n',
  });
  const before = await project.files('');
  const { outcome, events } = await project.run('people', {
    plan: project.lenientPlan('people'),
    dryRun: { maxRecords: 1000 },
  });
  expect(outcome).toMatchObject({
    status: 'succeeded',
    counts: { records: 3, quarantined: 1, updated: 1, inserted: 1, targetRows: 4 },
  });
  expect(events).toContainEqual(
    expect.objectContaining({ kind: 'rule-result', rule: 'min:age', failing: 1 }),
  );
  expect(await project.files('')).toEqual(before);
  expect(await project.query('SELECT count(*) FROM lake.people')).toEqual([['3']]);
});

test('a dry run of a dataset that was never ingested needs no warehouse, and reads no more than its sample', async () => {
  const project = await createProject(people);
  const many = Array.from({ length: 20_000 }, (_, index) => `${index},x,1,2020-01-01`).join('\n');
  await project.write({ 'source/people/a.csv': `id,name,age,at\n${many}\n` });
  const { outcome } = await project.run('people', { dryRun: { maxRecords: 100 } });
  expect(outcome.status).toBe('succeeded');
  expect(outcome.counts.records).toBeGreaterThanOrEqual(100);
  expect(outcome.counts.records).toBeLessThan(20_000);
  expect(outcome.counts.inserted).toBe(outcome.counts.records);
  expect(outcome.counts.targetRows).toBe(outcome.counts.records);
  expect(await project.files('target')).toEqual([]);
});

test('remote sources and targets fail with the engine and environment to choose', async () => {
  const source = await createProject({
    ...people,
    config: people.config.replace('source/people/', 's3a://bucket/people/'),
  });
  expect((await source.run('people')).outcome).toMatchObject({
    status: 'failed',
    exitCode: 4,
    code: 'remote_path',
    reason: expect.stringContaining('--environment local'),
  });
  const target = await createProject({
    ...people,
    config: people.config.replace(
      'target_path: target/',
      'target_path: s3a://bucket/target/\narchive_path: archive/',
    ),
  });
  expect((await target.run('people')).outcome).toMatchObject({ status: 'failed', code: 'remote_path' });
});

test('a file of another program in the place of the warehouse is refused and left alone', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': first, 'target/lake.duckdb': 'not a database' });
  const { outcome } = await project.run('people');
  expect(outcome.status).toBe('failed');
  expect(await project.files('source')).toEqual(['people/a.csv']);
});

test('scratch folders and staged files of runs that died are removed by the next run', async () => {
  const project = await createProject(people);
  await project.write({ 'source/people/a.csv': first });
  await project.write({
    '.pistevo/scratch/dead/owner.json': JSON.stringify({
      pid: 2 ** 22 + 1,
      host: (await import('node:os')).hostname(),
      start: 'x',
    }),
    '.pistevo/scratch/dead/spill/data.tmp': 'clear',
    'target/lake_stage/people/20250101T000000Z-people-dead/00000-00001.parquet': 'torn',
    'target/lake_stage/people/20250101T000000Z-people-dead.part/00000-00001.parquet': 'torn',
  });
  const { runId } = await project.run('people');
  expect(await readdir(join(project.root, '.pistevo/scratch'))).toEqual([]);
  expect(await readdir(join(project.root, 'target/lake_stage/people'))).toEqual([runId]);
});

test('commits of one second get times that differ and rise', async () => {
  const project = await createProject(people);
  const now = () => new Date(Date.UTC(2026, 5, 1));
  for (const name of ['a', 'b', 'c']) {
    await project.write({ [`source/people/${name}.csv`]: `id,name,age,at\n${name},x,1,2020-01-01\n` });
    await project.run('people', { now });
  }
  expect(await project.query('SELECT DISTINCT ts FROM lake.people_stage ORDER BY ts')).toEqual([
    ['20260601000000'],
    ['20260601000001'],
    ['20260601000002'],
  ]);
});

test('many files in subfolders are read in the order of their paths', async () => {
  const project = await createProject({
    ...people,
    config: people.config.replace('cdc_key: at', "cdc_key: ''\n    recursive: true"),
  });
  await mkdir(join(project.root, 'source/people'), { recursive: true });
  await project.write({
    'source/people/b/1.csv': 'id,name,age,at\n1,x,2,2020-01-01\n',
    'source/people/a/9.csv': 'id,name,age,at\n1,x,1,2020-01-01\n',
    'source/people/c.csv': 'id,name,age,at\n1,x,3,2020-01-01\n',
  });
  await project.run('people');
  expect(await project.query('SELECT id, age FROM lake.people')).toEqual([['1', 3]]);
});
