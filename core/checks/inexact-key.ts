import type { Discovery, ProjectCheck } from './check.ts';
import { columnUses } from './support/column-uses.ts';
import { findColumn, findTable } from './support/tables.ts';

/** A key of floating-point numbers: values that look the same may differ, in the last digit or by engine. */
export const inexactKey: ProjectCheck = {
  code: 'inexact-key',
  severity: 'warning',
  title: 'A key column holds floating-point numbers',
  runDataset({ project }) {
    return columnUses(project).flatMap((use): Discovery[] => {
      if (use.kind === 'mask' || use.kind === 'cdc_key') return [];
      const column = findColumn(findTable(project, use.owner), use.child ?? use.column);
      if (column === undefined || column.type !== 'double' || column.mask !== null) return [];
      return [
        {
          ...use.place(),
          message: `Column \`${column.name}\` of \`${use.owner}\` in \`${use.kind}\` is a double, which does not compare exactly; declare it decimal, bigint or string.`,
        },
      ];
    });
  },
};
