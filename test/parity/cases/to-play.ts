import type { PlayedProject } from '../play-project.ts';
import type { ProjectCase } from './project-case.ts';

/** A random project as it is played: the deliveries of all datasets together, with paths inside the project. */
export function toPlay({ config, schema, datasets }: ProjectCase): PlayedProject {
  const count = Math.max(...datasets.map(({ deliveries }) => deliveries.length));
  return {
    config,
    schema,
    datasets: datasets.map(({ name }) => name),
    deliveries: Array.from({ length: count }, (_, at) =>
      datasets.flatMap(({ name, deliveries }) =>
        (deliveries[at] ?? []).map(({ file, ...rest }) => ({ path: `source/${name}/${file}`, ...rest })),
      ),
    ),
    clears: (dataset, number) => datasets.find(({ name }) => name === dataset)?.clears[number] === true,
  };
}
