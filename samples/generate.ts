// `npm run samples`: writes samples/deliveries, and what must come of them in samples/deliveries/expected.json.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sampleDeliveries } from './deliveries.ts';
import { bytesOf, type Delivery, datasets } from './delivery.ts';
import { createModelState, type ModelRun, type ModelState, runModel } from './model/run.ts';

export interface ExpectedRuns {
  readonly delivery: string;
  readonly runs: readonly ModelRun[];
}

/** The model's word on each delivery, run in order on empty tables; `state` ends as the tables must be. */
export function expectedRuns(
  deliveries: readonly Delivery[],
  state: ModelState = createModelState(),
): ExpectedRuns[] {
  return deliveries.map((delivery) => ({
    delivery: delivery.name,
    runs: datasets.map((dataset) => runModel(dataset, delivery.files[dataset], state)),
  }));
}

/** Replaces `folder` by freshly generated deliveries. */
export function writeSamples(folder: string): void {
  const deliveries = sampleDeliveries();
  rmSync(folder, { recursive: true, force: true });
  for (const delivery of deliveries) {
    for (const dataset of datasets) {
      for (const file of delivery.files[dataset]) {
        const path = join(folder, delivery.name, dataset, file.name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, bytesOf(file));
      }
    }
  }
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expectedRuns(deliveries), null, 2)}\n`);
}

if (process.argv[1] === import.meta.filename) writeSamples(join(import.meta.dirname, 'deliveries'));
