import { configFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { placeAt } from './support/place.ts';
import { datasetsWithSource } from './support/tables.ts';

/** A file name pattern written in a richer language than the one it is read in. */
export const globSyntax: ProjectCheck = {
  code: 'glob-syntax',
  severity: 'warning',
  title: 'A file name pattern holds signs that are taken literally',
  runDataset({ project }) {
    return datasetsWithSource(project).flatMap(({ name, source }): Discovery[] => {
      const { glob } = source.format;
      const place = () => placeAt(project, configFile, ['sources', name, 'format', 'glob']);
      if (glob.includes('/')) {
        return [
          {
            ...place(),
            message: `\`${glob}\` of \`${name}\` holds a \`/\` and can match no file name; put folders into \`path\`, and say \`recursive: true\` for those below it.`,
          },
        ];
      }
      const sign = /[[{]|\*\*/.exec(glob)?.[0];
      if (sign === undefined) return [];
      return [
        {
          ...place(),
          message: `\`${sign}\` in \`${glob}\` of \`${name}\` has no special meaning, only \`*\` and \`?\` have; write a pattern with those.`,
        },
      ];
    });
  },
};
