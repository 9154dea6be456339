import { schemaFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { matchHeaders } from './support/match-headers.ts';
import { placeAt } from './support/place.ts';
import { sampledDatasets } from './support/sampled-datasets.ts';

/** A file whose columns stand in another order: harmless here, and the mistake that other loaders make silently. */
export const sourceColumnsReordered: ProjectCheck = {
  code: 'source-columns-reordered',
  severity: 'info',
  title: 'The source has its columns in another order than the schema',
  runDataset(context) {
    return sampledDatasets(context).flatMap(({ dataset, facts }): readonly Discovery[] => {
      if (!matchHeaders(dataset.table.columns, facts).isReordered) return [];
      return [
        {
          ...placeAt(context.project, schemaFile, ['tables', dataset.name, 'columns'], 'key'),
          message: `\`${facts.file}\` has its columns in another order than \`${dataset.name}\`; they are read by name, so nothing has to change.`,
        },
      ];
    });
  },
};
