import { expect, test } from 'vitest';
import { createProject, people } from './fixture.ts';

test('staged files older than staging_days go with the next commit, and the table and its quarantine stay', async () => {
  const project = await createProject({
    ...people,
    config: people.config.replace(
      'target_schema: lake',
      'target_schema: lake\nretention: { staging_days: 10 }',
    ),
  });
  const deliver = async (name: string, day: number) => {
    await project.write({
      [`source/people/${name}.csv`]: `id,name,age,at\n${name},x,1,2020-01-01\nbad${name},x,-1,2020-01-01\n`,
    });
    return project.run('people', {
      plan: project.lenientPlan('people'),
      now: () => new Date(Date.UTC(2026, 0, day)),
    });
  };
  const one = await deliver('a', 1);
  const two = await deliver('b', 9);
  expect(await project.query('SELECT count(*) FROM lake.people_stage')).toEqual([['4']]);
  const three = await deliver('c', 14);
  const folders = new Set(
    (await project.files('target/lake_stage/people')).map((file) => file.split('/')[0]),
  );
  expect([...folders]).toEqual([two.runId, three.runId]);
  expect(folders.has(one.runId)).toBe(false);
  expect(await project.query('SELECT DISTINCT file_name FROM lake.people_stage ORDER BY 1')).toEqual([
    ['b.csv'],
    ['c.csv'],
  ]);
  expect(
    await project.query(
      'SELECT (SELECT count(*) FROM lake.people), (SELECT count(*) FROM lake.people_quarantine)',
    ),
  ).toEqual([['3', '3']]);
});
