import { configFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { placeAt } from './support/place.ts';
import { datasetsWithSource } from './support/tables.ts';

/** An upsert that does not say which rows are the same. */
export const upsertWithoutKey: ProjectCheck = {
  code: 'upsert-without-key',
  severity: 'error',
  title: 'An upsert has no merge key',
  runDataset({ project }) {
    return datasetsWithSource(project)
      .filter(({ source }) => source.load === 'upsert' && source.mergeKey.length === 0)
      .map(({ name }): Discovery => {
        return {
          ...placeAt(project, configFile, ['sources', name], 'key'),
          message: `Dataset \`${name}\` is loaded by upsert and has no \`merge_key\`; name the columns that tell its rows apart, or say \`load: append\` or \`load: replace\`.`,
        };
      });
  },
};
