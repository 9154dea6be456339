import { afterAll, beforeAll, expect, it } from 'vitest';
import { cutCampaign } from '../campaign/cuts.ts';
import { projectCase } from './cases/project-case.ts';
import { toPlay } from './cases/to-play.ts';
import { exampleProject } from './example-project.ts';
import { playAll } from './play-all.ts';
import { openSparkWorker, type SparkWorker } from './spark-worker.ts';

const version = process.env['SPARK_VERSION'] === '4.0' ? '4.0' : '3.5';
let worker: SparkWorker;
beforeAll(async () => {
  worker = await openSparkWorker(version);
});
afterAll(() => worker.close());

it('both engines make the same of both deliveries of the example', async () => {
  expect(await playAll(exampleProject(), worker)).toEqual({ runs: 6, faults: [] });
});

it('both engines make the same of a share of the random projects', async () => {
  const project = projectCase(20_261_123, 2, { columns: 15, rows: 40, deliveries: 2 });
  expect(await playAll(toPlay(project), worker)).toEqual({ runs: 4, faults: [] });
});

it('a run that loses its power anywhere is finished or undone by the next', async () => {
  const { hits, faults } = await cutCampaign(worker, { cuts: 4, seed: 20_261_123, scenarios: 2 });
  expect(faults).toEqual([]);
  expect(hits).toBeGreaterThanOrEqual(4);
});
