import { configFile, schemaFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { addSettingFix } from './support/add-setting-fix.ts';
import { placeAt } from './support/place.ts';
import { findColumn, wholeDatasets } from './support/tables.ts';

/** A merge key column that may be blank by its description, though every record without a key is quarantined. */
export const nullableKey: ProjectCheck = {
  code: 'nullable-key',
  severity: 'warning',
  title: 'A merge key column is not required',
  runDataset({ project }) {
    return wholeDatasets(project).flatMap(({ name, source, table }) => {
      if (source.load === 'append') return [];
      return source.mergeKey.flatMap((key): Discovery[] => {
        const column = findColumn(table, key);
        if (column === undefined || column.isRequired) return [];
        const path = ['tables', name, 'columns', column.name];
        return [
          {
            ...placeAt(project, schemaFile, path, 'key'),
            message: `Column \`${column.name}\` is the merge key of \`${name}\` and not \`required\`; say \`required: true\`, because a record without it is quarantined.`,
            related: [
              {
                ...placeAt(project, configFile, ['sources', name, 'merge_key']),
                message: '`merge_key` is here',
              },
            ],
            fixes: addSettingFix(project, path, 'required: true'),
          },
        ];
      });
    });
  },
};
