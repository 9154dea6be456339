import type { ColumnType } from '../contracts/plan.ts';
import { schemaFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { placeAt } from './support/place.ts';
import { findColumn, findTable } from './support/tables.ts';

/** A reference between columns whose values cannot be compared exactly. Masked columns are text on both sides. */
export const referenceTypeMismatch: ProjectCheck = {
  code: 'reference-type-mismatch',
  severity: 'error',
  title: 'A reference compares columns of different types',
  run({ project, references }) {
    return references.flatMap(({ owner: name, column, reference }): Discovery[] => {
      if (column.mask !== null) return [];
      const { dataset, column: parentName } = reference;
      const parent = findColumn(findTable(project, dataset), parentName);
      if (parent === undefined || parent.mask !== null) return [];
      if (family(parent.type) === family(column.type)) return [];
      return [
        {
          ...placeAt(project, schemaFile, ['tables', name, 'columns', column.name, 'references']),
          message: `Column \`${column.name}\` of \`${name}\` is ${column.type} and \`${dataset}.${parentName}\` is ${parent.type}; give both the same type.`,
          related: [
            {
              ...placeAt(project, schemaFile, ['tables', dataset, 'columns', parentName, 'type']),
              message: `\`${dataset}.${parentName}\` is ${parent.type}`,
            },
          ],
        },
      ];
    });
  },
};

function family(type: ColumnType): string {
  return type === 'int' || type === 'bigint' ? 'whole number' : type;
}
