import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cutCampaign } from '../campaign/cuts.ts';
import { deliveriesOf, projectCase } from './cases/project-case.ts';
import { playProject } from './play-project.ts';
import { openSparkWorker, type SparkWorker } from './spark-worker.ts';

const repository = join(import.meta.dirname, '../..');
let worker: SparkWorker;
beforeAll(async () => {
  worker = await openSparkWorker('3.5');
});
afterAll(() => worker.close());

function exampleDelivery(name: string): readonly (readonly [string, Buffer])[] {
  const folder = join(repository, 'samples/deliveries', name);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => [`source/${file.replaceAll('\\', '/')}`, readFileSync(join(folder, file))] as const);
}

it('both engines make the same of both deliveries of the example', async () => {
  const played = await playProject(
    {
      config: readFileSync(join(repository, 'conf/config.yaml'), 'utf8'),
      schema: readFileSync(join(repository, 'schema/tables_schema.yaml'), 'utf8'),
      datasets: ['patients', 'provider', 'claim'],
      deliveries: ['1-first-load', '2-delta'].map(exampleDelivery),
    },
    worker,
  );
  expect(played.faults).toEqual([]);
  expect(played.runs).toBe(6);
});

it('both engines make the same of a share of the random projects', async () => {
  const project = projectCase(20_261_123, 2, { columns: 15, rows: 40, deliveries: 2 });
  const played = await playProject(
    { ...project, datasets: project.datasets.map(({ name }) => name), deliveries: deliveriesOf(project) },
    worker,
  );
  expect(played.faults).toEqual([]);
});

it('a run that loses its power anywhere is finished or undone by the next', async () => {
  const { hits, faults } = await cutCampaign(worker, { cuts: 4, seed: 20_261_123, scenarios: 2 });
  expect(faults).toEqual([]);
  expect(hits).toBeGreaterThanOrEqual(4);
});
