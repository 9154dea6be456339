import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrivingFiles } from './arriving-files.ts';
import type { PlayedProject } from './play-project.ts';

const repository = join(import.meta.dirname, '../..');

/** The example project with both of its deliveries. */
export function exampleProject(): PlayedProject {
  const schema = readFileSync(join(repository, 'schema/tables_schema.yaml'), 'utf8');
  return {
    config: readFileSync(join(repository, 'conf/config.yaml'), 'utf8'),
    schema: () => schema,
    datasets: ['patients', 'provider', 'claim'],
    deliveries: ['1-first-load', '2-delta'].map((name) =>
      arrivingFiles(join(repository, 'samples/deliveries', name), 'source'),
    ),
  };
}
