import { schemaFile } from '../model/project.ts';
import { quotedScalar, yamlScalar } from '../syntax/yaml/yaml-scalar.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { addSettingFix } from './support/add-setting-fix.ts';
import { matchHeaders } from './support/match-headers.ts';
import { placeAt } from './support/place.ts';
import { sampledDatasets } from './support/sampled-datasets.ts';
import { isMergeKey } from './support/tables.ts';

/** A column that the waiting file does not have: it is NULL in every row, or the run stops at it. */
export const sourceColumnMissing: ProjectCheck = {
  code: 'source-column-missing',
  severity: 'warning',
  title: 'A column of the schema is not in the header of the source',
  runDataset(context) {
    const { project } = context;
    return sampledDatasets(context).flatMap(({ dataset, facts }) => {
      const { name, table, source } = dataset;
      return matchHeaders(table.columns, facts).missing.map(({ column, near }): Discovery => {
        const path = ['tables', name, 'columns', column.name];
        const isNeeded = column.isRequired || isMergeKey(source, column.name);
        const effect = isNeeded ? 'the run will stop' : 'it will be NULL in every row';
        const advice =
          near === null
            ? 'correct its name, or take the column away'
            : `if \`${near}\` is meant, put that under \`rename_from\``;
        const alias = near === null ? '' : yamlScalar(near) === near ? near : quotedScalar(near);
        // A list that is there already is not an editor's to guess at.
        const canAdd = near !== null && column.renameFrom.length === 0;
        return {
          ...placeAt(project, schemaFile, path, 'key'),
          message: `Column \`${column.name}\` of \`${name}\` is not in \`${facts.file}\`, so that ${effect}; ${advice}.`,
          fixes: canAdd ? addSettingFix(project, path, `rename_from: ${alias}`) : [],
        };
      });
    });
  },
};
