import type { ProjectCheck } from './check.ts';
import { compareWritten } from './support/compare-values.ts';
import { eachColumn } from './support/each-column.ts';

/** Bounds between which no value lies. */
export const minAboveMax: ProjectCheck = {
  code: 'min-above-max',
  severity: 'error',
  title: 'The smallest allowed value is greater than the greatest',
  runDataset({ project }) {
    return eachColumn(project, ({ column, label, place }) => {
      if (column.min === null || column.max === null) return [];
      const order = compareWritten(column, column.min, column.max);
      if (order === null || order <= 0) return [];
      return [
        {
          ...place(['min'], 'entry'),
          message: `\`min\` of column ${label} is greater than its \`max\`, so that no value passes; swap them.`,
          related: [{ ...place(['max'], 'entry'), message: '`max` is here' }],
        },
      ];
    });
  },
};
