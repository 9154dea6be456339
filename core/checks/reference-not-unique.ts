import { schemaFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { referencePlace } from './support/column-uses.ts';
import { placeAt } from './support/place.ts';
import { findColumn, findTable, isMergeKey } from './support/tables.ts';

/** A reference to a column that may hold the same value in many rows: it names no one row. */
export const referenceNotUnique: ProjectCheck = {
  code: 'reference-not-unique',
  severity: 'warning',
  title: 'A referenced column is neither the merge key nor unique',
  run({ project, references }) {
    return references.flatMap(({ owner: name, column, reference }): Discovery[] => {
      const { dataset, column: parentName } = reference;
      const parent = findColumn(findTable(project, dataset), parentName);
      const source = project.datasets.find((entry) => entry.name === dataset)?.source ?? null;
      if (parent === undefined || source === null || parent.isUnique) return [];
      // An upsert without a key is told of where it stands.
      if (source.load === 'upsert' && source.mergeKey.length === 0) return [];
      const isKey = source.mergeKey.length === 1 && isMergeKey(source, parentName);
      if (isKey && source.load !== 'append') return [];
      return [
        {
          ...referencePlace(project, [name, column.name], 'column'),
          message: `\`${dataset}.${parentName}\` is neither the merge key of \`${dataset}\` nor \`unique\`; refer to its key, or say \`unique: true\` there.`,
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
