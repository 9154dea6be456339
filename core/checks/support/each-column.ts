import { type Column, type Path, type Project, schemaFile } from '../../model/project.ts';
import type { Discovery } from '../check.ts';
import { type Place, placeAt } from './place.ts';
import { datasetsWithTable, type TableDataset } from './tables.ts';

/** A column with what a check needs to speak of it. */
export interface ColumnSubject {
  readonly dataset: TableDataset;
  readonly column: Column;
  /** `` `total_cost` of `claim` `` */
  readonly label: string;
  /** Where a setting of the column was written; the column itself for the empty path. */
  place(path: Path, part?: 'key' | 'value' | 'entry'): Place;
}

/** Runs one question over every column of every known table. */
export function eachColumn(
  project: Project,
  visit: (subject: ColumnSubject) => readonly Discovery[],
): readonly Discovery[] {
  return datasetsWithTable(project).flatMap((dataset) =>
    dataset.table.columns.flatMap((column) =>
      visit({
        dataset,
        column,
        label: `\`${column.name}\` of \`${dataset.name}\``,
        place: (path, part) =>
          placeAt(project, schemaFile, ['tables', dataset.name, 'columns', column.name, ...path], part),
      }),
    ),
  );
}
