import type { ProjectCheck } from './check.ts';
import { eachColumn } from './support/each-column.ts';

/** A column tagged as personal that reaches the table in clear. */
export const unmaskedPii: ProjectCheck = {
  code: 'unmasked-pii',
  severity: 'warning',
  title: 'A column tagged as personal data is not masked',
  runDataset({ project }) {
    return eachColumn(project, ({ column, label, place }) => {
      if (column.pii === null || column.mask !== null) return [];
      return [
        {
          ...place(['pii'], 'entry'),
          message: `Column ${label} is tagged as personal data (${column.pii}) and is not masked; add it to \`mask\`, or take the tag away.`,
        },
      ];
    });
  },
};
