import type { ProjectCheck } from './check.ts';
import { eachColumn } from './support/each-column.ts';
import { isMergeKey } from './support/tables.ts';

/** A default where a blank value is a mistake that should be seen. */
export const defaultHidesBlank: ProjectCheck = {
  code: 'default-hides-blank',
  severity: 'warning',
  title: 'A default fills a column that must be delivered',
  runDataset({ project }) {
    return eachColumn(project, ({ dataset, column, label, place }) => {
      if (column.default === null) return [];
      const isKey = isMergeKey(dataset.source, column.name);
      if (!isKey && !column.isRequired) return [];
      const reason = isKey
        ? 'is a merge key, so that all records without a key would become one row'
        : 'is `required`, which no blank value can break once it is filled';
      return [
        {
          ...place(['default'], 'entry'),
          message: `Column ${label} ${reason}; take \`default\` away${isKey ? '' : ', or `required`'}.`,
        },
      ];
    });
  },
};
