import { configFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { placeAt } from './support/place.ts';
import { datasetsWithSource } from './support/tables.ts';

/** An upsert in which nothing but the order of files and records tells which of two versions of a row is the later. */
export const upsertWithoutOrder: ProjectCheck = {
  code: 'upsert-without-order',
  severity: 'info',
  title: 'An upsert has no column that orders versions of a row',
  runDataset({ project }) {
    return datasetsWithSource(project)
      .filter(
        ({ source }) => source.load === 'upsert' && source.cdcKey === null && source.mergeKey.length > 0,
      )
      .map(({ name, source }): Discovery => {
        const order = source.orderBy === 'modified' ? 'the file changed last' : 'the last file by name';
        return {
          ...placeAt(project, configFile, ['sources', name, 'merge_key'], 'key'),
          message: `Dataset \`${name}\` has no \`cdc_key\`: of two records with the same key the one in ${order} wins, and a late delivery of old data replaces newer rows; name a column of changes if there is one.`,
        };
      });
  },
};
