import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { absentNotice, isDataPresent } from '../conformance/data.ts';
import { goldenProjects } from './golden-projects.ts';
import { playAll } from './play-all.ts';
import { realProjects } from './real-projects.ts';
import { openSparkWorker, type SparkWorker } from './spark-worker.ts';

const version = process.env['SPARK_VERSION'] === '4.0' ? '4.0' : '3.5';
let worker: SparkWorker;
beforeAll(async () => {
  worker = await openSparkWorker(version, '2g', 'parallel', 'uncompiled');
});
afterAll(() => worker.close());

describe.concurrent('both engines', () => {
  it.each(goldenProjects())('say of $name: $title', async (golden) => {
    const { runs, faults } = await playAll(golden, worker);
    expect(faults).toEqual([]);
    expect(runs).toBe(golden.deliveries.length * golden.datasets.length);
  });
});

if (!isDataPresent) console.warn(absentNotice);

describe.skipIf(!isDataPresent)('data that nobody here wrote', () => {
  it.each(['synthea', 'claims-mit', 'csv-spectrum'] as const)(
    '%s comes out the same on both engines',
    async (name) => {
      const project = await realProjects[name]();
      const { runs, faults } = await playAll(project, worker);
      expect(faults).toEqual([]);
      expect(runs).toBe(project.datasets.length);
    },
  );
});
