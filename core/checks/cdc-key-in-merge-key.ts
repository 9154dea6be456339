import { configFile } from '../model/project.ts';
import { foldCase } from '../text/fold-case.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { placeAt } from './support/place.ts';
import { datasetsWithSource } from './support/tables.ts';

/** A column of changes that is part of the key: versions of a row then have different keys and never meet. */
export const cdcKeyInMergeKey: ProjectCheck = {
  code: 'cdc-key-in-merge-key',
  severity: 'warning',
  title: 'The column of changes is part of the merge key',
  runDataset({ project }) {
    return datasetsWithSource(project).flatMap(({ name, source }): readonly Discovery[] => {
      const { cdcKey, mergeKey, load } = source;
      if (cdcKey === null || load !== 'upsert') return [];
      if (!mergeKey.some((key) => foldCase(key) === foldCase(cdcKey))) return [];
      return [
        {
          ...placeAt(project, configFile, ['sources', name, 'cdc_key']),
          message: `\`${cdcKey}\` is both in \`merge_key\` and \`cdc_key\` of \`${name}\`, so that a newer version of a row never replaces the older; take it out of one.`,
        },
      ];
    });
  },
};
