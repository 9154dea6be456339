import { schemaFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { referencePlace } from './support/column-uses.ts';
import { placeAt } from './support/place.ts';
import { findColumn, findTable, isMergeKey } from './support/tables.ts';

/** A parent column that is masked otherwise than the column that refers to it: no value would ever match. */
export const referenceMaskMismatch: ProjectCheck = {
  code: 'reference-mask-mismatch',
  severity: 'error',
  title: 'A reference compares a masked column with one that is masked otherwise',
  run({ project, references }) {
    return references.flatMap(({ owner: name, column, reference }): Discovery[] => {
      const { dataset, column: parentName } = reference;
      const parent = findColumn(findTable(project, dataset), parentName);
      if (parent === undefined || column.mask === 'null' || column.mask === 'redact') return [];
      if (parent.mask === column.mask) return [];
      const source = project.datasets.find((entry) => entry.name === dataset)?.source ?? null;
      // A key that is masked away is told of where it is masked.
      if (parent.mask !== 'hash' && parent.mask !== null && isMergeKey(source, parentName)) return [];
      const state = (mask: string | null): string => (mask === null ? 'in clear' : `masked (\`${mask}\`)`);
      return [
        {
          ...referencePlace(project, [name, column.name], 'column'),
          message: `\`${dataset}.${parentName}\` is ${state(parent.mask)} and \`${name}.${column.name}\` is ${state(column.mask)}, so that no value would match; mask both with \`hash\` or neither.`,
          related: [
            {
              ...placeAt(project, schemaFile, ['tables', dataset, 'columns', parentName], 'key'),
              message: `\`${parentName}\` is described here`,
            },
          ],
        },
      ];
    });
  },
};
