import { schemaFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { matchHeaders } from './support/match-headers.ts';
import { placeAt } from './support/place.ts';
import { sampledDatasets } from './support/sampled-datasets.ts';
import { listNames } from './support/tables.ts';

/** Headers of the waiting file that mean no column. A header that a missing column looks like is that column's finding. */
export const sourceColumnUnknown: ProjectCheck = {
  code: 'source-column-unknown',
  severity: 'warning',
  title: 'The header of the source has columns that the schema does not know',
  runDataset(context) {
    return sampledDatasets(context).flatMap(({ dataset, facts }): readonly Discovery[] => {
      const { name, table, source } = dataset;
      if (source.onDrift === 'ignore') return [];
      const { unknown } = matchHeaders(table.columns, facts);
      if (unknown.length === 0) return [];
      const shown = unknown.slice(0, 5);
      const rest = unknown.length > shown.length ? ` and ${unknown.length - shown.length} more` : '';
      const [verb, object] = unknown.length === 1 ? ['is', 'it'] : ['are', 'them'];
      const effect = source.onDrift === 'fail' ? 'stops the run' : 'leaves what stands there behind';
      return [
        {
          ...placeAt(context.project, schemaFile, ['tables', name, 'columns'], 'key'),
          message: `${listNames(shown)}${rest} of \`${facts.file}\` ${verb} not in \`${name}\`, which ${effect}; describe ${object} here, or say \`on_drift: ignore\`.`,
        },
      ];
    });
  },
};
