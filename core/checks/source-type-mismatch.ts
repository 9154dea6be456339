import { type Column, schemaFile } from '../model/project.ts';
import type { ColumnFacts, Discovery, ProjectCheck } from './check.ts';
import { matchHeaders } from './support/match-headers.ts';
import { placeAt } from './support/place.ts';
import { sampledDatasets } from './support/sampled-datasets.ts';

/** A declared type that most sampled values of the source do not fit. The values themselves are never told. */
export const sourceTypeMismatch: ProjectCheck = {
  code: 'source-type-mismatch',
  severity: 'warning',
  title: 'Most values of the source do not fit the declared type',
  runDataset(context) {
    return sampledDatasets(context).flatMap(({ dataset, facts }) => {
      const { name, table } = dataset;
      const { headers } = matchHeaders(table.columns, facts);
      return table.columns.flatMap((column): Discovery[] => {
        const header = headers.get(column.name);
        const known = header !== undefined && Object.hasOwn(facts.columns, header);
        const sample = known ? facts.columns[header] : undefined;
        if (sample === undefined || column.mask !== null || sample.values === 0) return [];
        const failing = sample.values - sample.fitting;
        if (failing * 2 <= sample.values) return [];
        return [
          {
            ...placeAt(context.project, schemaFile, ['tables', name, 'columns', column.name, 'type']),
            message: `${failing} of ${sample.values} sampled values of \`${column.name}\` in \`${facts.file}\` are not ${describe(column)}; ${advise(column, sample)}.`,
          },
        ];
      });
    });
  },
};

function describe(column: Column): string {
  return column.type === 'int' ? 'an int' : `a ${column.type}`;
}

function advise(column: Column, { better, values }: ColumnFacts): string {
  if (better === undefined) return 'declare the type that they have, or `string`';
  const formats = better.formats.map((format) => `\`${format}\``).join(', ');
  const share = better.fitting === values ? 'all of them' : `${better.fitting} of them`;
  if (better.type === column.type && formats !== '') return `${share} fit with \`formats\` ${formats}`;
  return `${share} fit \`type: ${better.type}\`${formats === '' ? '' : ` with \`formats\` ${formats}`}`;
}
