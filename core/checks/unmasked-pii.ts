import type { ProjectCheck } from './check.ts';
import { ownUses } from './support/column-uses.ts';
import { nearName } from './support/did-you-mean.ts';
import { eachColumn } from './support/each-column.ts';

/** A column tagged as personal that reaches the table in clear. */
export const unmaskedPii: ProjectCheck = {
  code: 'unmasked-pii',
  severity: 'warning',
  title: 'A column tagged as personal data is not masked',
  runDataset({ project }) {
    const masks = ownUses(project).filter(({ kind }) => kind === 'mask');
    return eachColumn(project, ({ dataset, column, label, place }) => {
      if (column.pii === null || column.mask !== null) return [];
      // A misspelt name in `mask` is told of there.
      const names = new Set(dataset.table.columns.map(({ name }) => name));
      const strange = masks.filter((use) => use.owner === dataset.name && !names.has(use.column));
      if (strange.some((use) => nearName(use.column, names) === column.name)) return [];
      return [
        {
          ...place(['pii'], 'entry'),
          message: `Column ${label} is tagged as personal data (${column.pii}) and is not masked; add it to \`mask\`, or take the tag away.`,
        },
      ];
    });
  },
};
