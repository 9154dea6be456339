import { configFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { placeAt } from './support/place.ts';
import { datasetsWithSource } from './support/tables.ts';

/** A source path that names a file, where a folder is meant. */
export const sourcePathIsFile: ProjectCheck = {
  code: 'source-path-is-file',
  severity: 'warning',
  title: 'A source path names a file instead of a folder',
  runDataset({ project }) {
    return datasetsWithSource(project).flatMap(({ name, source }): Discovery[] => {
      const [, folder = '', file] =
        /^(.*\/|)([^/]+\.(?:csv|tsv|txt|psv|dat)(?:\.gz)?)\/$/i.exec(source.path) ?? [];
      if (file === undefined) return [];
      return [
        {
          ...placeAt(project, configFile, ['sources', name, 'path']),
          message: `The source of \`${name}\` is a folder, and \`${file}\` looks like a file; write \`path: ${folder === '' ? './' : folder}\` and \`format: {glob: '${file}'}\`.`,
        },
      ];
    });
  },
};
