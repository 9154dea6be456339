import { configFile, type Path, type Project } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { readLocation } from './support/locations.ts';
import { placeAt } from './support/place.ts';
import { projectStores } from './support/stores.ts';
import { datasetsWithSource } from './support/tables.ts';

/** A path that climbs out of the project or of a bucket. An absolute place is said openly, with `file://`. */
export const pathOutsideProject: ProjectCheck = {
  code: 'path-outside-project',
  severity: 'error',
  title: 'A path leads out of the project',
  runConfig({ project }) {
    return writtenPaths(project).flatMap(([path, text]): readonly Discovery[] => {
      const { root, climbs } = readLocation(text);
      const isScheme = /^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(text);
      if (climbs) {
        return [
          {
            ...placeAt(project, configFile, path),
            message: `\`${text}\` leads out of ${root === '' ? 'the project' : `\`${root}\``}; write a path without \`..\`${root === '' ? ', or `file://` with the whole path' : ''}.`,
          },
        ];
      }
      if (root !== '/' || isScheme) return [];
      return [
        {
          ...placeAt(project, configFile, path),
          message: `\`${text}\` is an absolute path; write \`file://${text}\`, or a path inside the project.`,
        },
      ];
    });
  },
};

function writtenPaths(project: Project): readonly (readonly [Path, string])[] {
  const stores = projectStores(project).filter(({ key, writtenAs }) => key === writtenAs);
  return [
    ...stores.map(({ key, path }): readonly [Path, string] => [[key], path]),
    ...datasetsWithSource(project).map(({ name, source }): readonly [Path, string] => [
      ['sources', name, 'path'],
      source.path,
    ]),
  ];
}
