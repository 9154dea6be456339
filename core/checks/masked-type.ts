import { foldCase } from '../text/fold-case.ts';
import type { ProjectCheck } from './check.ts';
import { eachColumn } from './support/each-column.ts';
import { isMergeKey } from './support/tables.ts';

/** A masked column is text in the table whatever its declared type, which then only tells which values are refused. */
export const maskedType: ProjectCheck = {
  code: 'masked-type',
  severity: 'warning',
  title: 'A masked column has a type other than string',
  runDataset({ project }) {
    return eachColumn(project, ({ dataset, column, label, place }) => {
      if (column.mask === null || column.type === 'string') return [];
      // As a key it must not be masked at all.
      const { source } = dataset;
      if (isMergeKey(source, column.name) || foldCase(source?.cdcKey ?? '') === foldCase(column.name))
        return [];
      const outcome = column.mask === 'null' ? 'NULL of type string' : 'a string';
      const written = place(['type']);
      return [
        {
          ...written,
          message: `Column ${label} is masked and becomes ${outcome} in the table, not ${column.type}; declare it \`string\`.`,
          fixes: [{ title: 'Declare it `string`', edits: [{ ...written, newText: 'string' }] }],
        },
      ];
    });
  },
};
