import { configFile, type Project, schemaFile } from '../model/project.ts';
import { foldCase } from '../text/fold-case.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { eachColumn } from './support/each-column.ts';
import { tableNames } from './support/known-names.ts';
import { type Place, placeAt } from './support/place.ts';

/** Columns that the relations of a run have of their own (contract, sections 2 and 4; the plan's working columns). */
const runColumns =
  /^(_file_no|_record|_line|file_name|ts|_b[0-9]+|_tombstone|_op|_rowid|_verdict|_place|_orphan[0-9]+)$/;

/** Tables that a dataset has beside its own. */
const companions = ['_stage', '_quarantine'];

/** A name that the product itself gives to a column or a table. */
export const reservedName: ProjectCheck = {
  code: 'reserved-name',
  severity: 'error',
  title: 'A column or dataset has a name that the product uses itself',
  run: ({ project }) => reservedDatasets(project),
  runDataset: ({ project }) => reservedColumns(project),
};

function reservedColumns(project: Project): readonly Discovery[] {
  return eachColumn(project, ({ column, label, place }) => {
    if (runColumns.test(foldCase(column.name))) {
      return [
        {
          ...place([], 'key'),
          message: `Column ${label} has the name of a column that every run adds; rename it, and put \`${column.name}\` under \`rename_from\`.`,
        },
      ];
    }
    if (!column.name.startsWith('_')) return [];
    return [
      {
        ...place([], 'key'),
        severity: 'info',
        message: `Column ${label} begins with \`_\`, as the columns that runs add do; rename it to be safe from names to come.`,
      },
    ];
  });
}

function reservedDatasets(project: Project): readonly Discovery[] {
  const names = tableNames(project);
  const byFolded = new Map(names.map((name) => [foldCase(name), name]));
  return names.flatMap((name): Discovery[] => {
    const folded = foldCase(name);
    const place = (): Place => placeAt(project, schemaFile, ['tables', name], 'key');
    if (folded.startsWith('pistevo_')) {
      return [
        {
          ...place(),
          message: `Dataset \`${name}\` begins with \`pistevo_\`, as the product's own tables do; rename it.`,
        },
      ];
    }
    const companion = companions.find((suffix) => folded.endsWith(suffix));
    const owner = companion === undefined ? undefined : byFolded.get(folded.slice(0, -companion.length));
    if (owner === undefined) return [];
    return [
      {
        ...place(),
        message: `Dataset \`${name}\` has the name of a table that belongs to \`${owner}\`; rename it here and in \`${configFile}\`.`,
      },
    ];
  });
}
