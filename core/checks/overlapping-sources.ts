import { configFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { globsMeet } from './support/globs-meet.ts';
import { compareLocations, readLocation } from './support/locations.ts';
import { meetingLocations } from './support/meeting-locations.ts';
import { placeAt } from './support/place.ts';
import { datasetsWithSource, type SourceDataset } from './support/tables.ts';

/** Two datasets that would take the same file: whichever runs first archives it. */
export const overlappingSources: ProjectCheck = {
  code: 'overlapping-sources',
  severity: 'error',
  title: 'Two sources read the same files',
  runConfig({ project }) {
    const sources = datasetsWithSource(project).map((dataset) => ({
      ...dataset,
      location: readLocation(dataset.source.path),
    }));
    const meeting = meetingLocations(sources.map(({ location }) => location));
    return sources.flatMap((second, index): readonly Discovery[] =>
      (meeting[index] ?? []).flatMap((earlier): readonly Discovery[] => {
        const first = sources[earlier];
        if (first === undefined) return [];
        const relation = compareLocations(first.location, second.location);
        const reason = relation === null ? null : explain(relation, first, second);
        if (reason === null || !globsMeet(first.source.format.glob, second.source.format.glob)) return [];
        return [
          {
            ...placeAt(project, configFile, ['sources', second.name, 'path']),
            message: `${reason}; give each dataset a folder of its own, or a \`glob\` that matches its files alone.`,
            related: [
              {
                ...placeAt(project, configFile, ['sources', first.name, 'path']),
                message: `the source of \`${first.name}\` is here`,
              },
            ],
          },
        ];
      }),
    );
  },
};

function explain(
  relation: 'same' | 'inside' | 'around',
  first: SourceDataset,
  second: SourceDataset,
): string | null {
  if (relation === 'same') return `\`${first.name}\` and \`${second.name}\` read the same folder`;
  const [outer, inner] = relation === 'inside' ? [first, second] : [second, first];
  if (!outer.source.isRecursive) return null;
  return `The source of \`${inner.name}\` lies inside the folder that \`${outer.name}\` reads with \`recursive\``;
}
