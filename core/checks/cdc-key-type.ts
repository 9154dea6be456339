import { configFile, schemaFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { placeAt } from './support/place.ts';
import { findColumn, wholeDatasets } from './support/tables.ts';

/** A column of changes whose values have no order in time, or only by their spelling. */
export const cdcKeyType: ProjectCheck = {
  code: 'cdc-key-type',
  severity: 'warning',
  title: 'The column of changes has a type without a useful order',
  runDataset({ project }) {
    return wholeDatasets(project).flatMap(({ name, source, table }): readonly Discovery[] => {
      const column = source.cdcKey === null ? undefined : findColumn(table, source.cdcKey);
      if (column === undefined || source.load !== 'upsert' || column.mask !== null) return [];
      if (column.type !== 'string' && column.type !== 'boolean') return [];
      const reason =
        column.type === 'string'
          ? 'a string, so that `9` is later than `10`'
          : 'a boolean, which has no order';
      return [
        {
          ...placeAt(project, configFile, ['sources', name, 'cdc_key']),
          message: `\`cdc_key\` \`${column.name}\` of \`${name}\` is ${reason}; declare it a date, a timestamp or a number.`,
          related: [
            {
              ...placeAt(project, schemaFile, ['tables', name, 'columns', column.name, 'type']),
              message: `\`${column.name}\` is ${column.type}`,
            },
          ],
        },
      ];
    });
  },
};
