import { configFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { compareLocations, readLocation } from './support/locations.ts';
import { placeAt } from './support/place.ts';
import { projectStores } from './support/stores.ts';
import { datasetsWithSource } from './support/tables.ts';

/** A folder that runs write to and a folder that runs read: what is written would be ingested, or swept away. */
export const sourceOverlapsStorage: ProjectCheck = {
  code: 'source-overlaps-storage',
  severity: 'error',
  title: 'A source lies in the way of what runs write',
  runConfig({ project }) {
    // Once, not for each source: to ask where a default stands is to hash the whole file.
    const stores = projectStores(project).map((store) => ({ ...store, place: readLocation(store.path) }));
    return datasetsWithSource(project).flatMap(({ name, source }) => {
      const location = readLocation(source.path);
      return stores.flatMap(({ key, writtenAs, place: storeLocation }): readonly Discovery[] => {
        const relation = compareLocations(location, storeLocation);
        if (relation === null) return [];
        const related = [{ ...placeAt(project, configFile, [writtenAs]), message: `\`${key}\` is here` }];
        const place = placeAt(project, configFile, ['sources', name, 'path']);
        if (relation === 'same') {
          return [
            {
              ...place,
              related,
              message: `The source of \`${name}\` is \`${key}\` itself; read from a folder of its own.`,
            },
          ];
        }
        if (relation === 'around') {
          return [
            {
              ...place,
              related,
              message: `The source of \`${name}\` lies inside \`${key}\`, where runs write; move one of them.`,
            },
          ];
        }
        if (source.isRecursive) {
          return [
            {
              ...place,
              related,
              message: `\`${key}\` lies inside the source of \`${name}\`, which would read it with \`recursive\`; move one of them.`,
            },
          ];
        }
        // Without `recursive` the run is right: only whoever lists or syncs the source is surprised.
        return [
          {
            ...place,
            related,
            severity: 'info',
            message: `\`${key}\` lies inside the source of \`${name}\`; keep it outside, so that \`recursive\` stays possible.`,
          },
        ];
      });
    });
  },
};
