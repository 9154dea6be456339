import type { ProjectCheck } from './check.ts';
import { eachColumn } from './support/each-column.ts';

/** `unique` is held over the whole table, which no longer has the values of a masked column. */
export const maskedUnique: ProjectCheck = {
  code: 'masked-unique',
  severity: 'warning',
  title: 'A masked column is said to be unique',
  runDataset({ project }) {
    return eachColumn(project, ({ column, label, place }) => {
      if (!column.isUnique || column.mask === null || column.mask === 'hash') return [];
      return [
        {
          ...place(['unique'], 'entry'),
          message: `Column ${label} is masked, so that \`unique\` has nothing to compare; mask it with \`hash\`, or take \`unique\` away.`,
        },
      ];
    });
  },
};
