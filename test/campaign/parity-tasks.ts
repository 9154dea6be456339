import { absentNotice, isDataPresent } from '../conformance/data.ts';
import type { DatasetSize } from '../parity/cases/dataset-case.ts';
import { layoutOf } from '../parity/cases/layout-of.ts';
import { projectCase } from '../parity/cases/project-case.ts';
import { toPlay } from '../parity/cases/to-play.ts';
import { exampleProject } from '../parity/example-project.ts';
import { goldenProjects } from '../parity/golden-projects.ts';
import type { PlayedProject } from '../parity/play-project.ts';
import { realProjects } from '../parity/real-projects.ts';

/** A project that a campaign plays. */
export interface ParityTask {
  readonly name: string;
  readonly kind: 'fixed' | 'wide' | 'narrow';
  /** Random datasets beside the parent that all of them may refer to. */
  readonly datasets: number;
  make(): Promise<MadeProject>;
}

export interface MadeProject {
  readonly project: PlayedProject;
  /** Columns with rules and texts of their own, and files. */
  readonly cases: number;
  /** What a dataset has in a delivery, from 0, and its plan does not tell. */
  layout(dataset: string, delivery: number): readonly string[];
}

const sizes = {
  wide: { size: { columns: 45, rows: 40, deliveries: 2 }, together: 5 },
  narrow: { size: { columns: 4, rows: 12, deliveries: 3 }, together: 10 },
} as const;

/** Golden projects, the example and real data, each with a case for every file. */
export function fixedTasks(say: (line: string) => void): readonly ParityTask[] {
  if (!isDataPresent) say(absentNotice);
  const fixed = (name: string, load: () => Promise<PlayedProject>): ParityTask => ({
    name,
    kind: 'fixed',
    datasets: 0,
    async make() {
      const project = await load();
      return { project, cases: project.deliveries.flat().length, layout: () => [] };
    },
  });
  return [
    ...goldenProjects().map((golden) => fixed(`golden-${golden.name}`, async () => golden)),
    fixed('example', async () => exampleProject()),
    ...(isDataPresent ? Object.entries(realProjects).map(([name, load]) => fixed(`real-${name}`, load)) : []),
  ];
}

/** Random projects, both kinds in turn, so that a campaign that is cut short has seen some of each. */
export function randomTasks(datasets: number, sequences: number, seed: number): readonly ParityTask[] {
  const [wide, narrow] = [tasksOf('wide', datasets, seed), tasksOf('narrow', sequences, seed)];
  return Array.from({ length: Math.max(wide.length, narrow.length) }, (_, at) => [wide[at], narrow[at]])
    .flat()
    .filter((task) => task !== undefined);
}

function tasksOf(kind: 'wide' | 'narrow', count: number, seed: number): readonly ParityTask[] {
  const { together } = sizes[kind];
  return Array.from({ length: Math.ceil(count / together) }, (_, at): ParityTask => {
    const datasets = Math.min(together, count - at * together);
    const size = sizeOf(kind, seed + at);
    return {
      name: `${kind}-${seed + at}`,
      kind,
      datasets,
      make: async () => random(seed + at, datasets, size),
    };
  });
}

/** Every other narrow project has a delivery less: most of what a third one finds, a second does. */
function sizeOf(kind: 'wide' | 'narrow', seed: number): DatasetSize {
  const { size } = sizes[kind];
  return kind === 'narrow' && seed % 2 === 0 ? { ...size, deliveries: 2 } : size;
}

function random(seed: number, count: number, size: DatasetSize): MadeProject {
  const project = projectCase(seed, count + 1, size);
  const layouts = new Map(project.datasets.map((dataset) => [dataset.name, layoutOf(dataset)]));
  return {
    project: toPlay(project),
    cases: project.datasets.reduce((sum, { cases, deliveries }) => sum + cases + deliveries.flat().length, 0),
    layout: (dataset, delivery) => layouts.get(dataset)?.(delivery) ?? [],
  };
}
