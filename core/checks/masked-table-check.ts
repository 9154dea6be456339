import { columnsOf } from '../semantics/type-expression.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { findColumn } from './support/tables.ts';
import { writtenExpressions } from './support/written-expressions.ts';

/** A table check over a column that is NULL in every row of the table: what it says there is said of nothing. */
export const maskedTableCheck: ProjectCheck = {
  code: 'masked-table-check',
  severity: 'warning',
  title: 'A table check reads a column that is masked away',
  runDataset({ project }) {
    return writtenExpressions(project).flatMap(({ kind, tree, table, label, place }) => {
      if (kind !== 'table') return [];
      return columnsOf(tree).flatMap(({ name, range }): Discovery[] => {
        const mask = findColumn(table, name)?.mask ?? null;
        if (mask === null || mask === 'hash') return [];
        const state = mask === 'null' ? 'NULL' : 'the same text';
        return [
          {
            ...place(range),
            message: `Column \`${name}\` is masked, and ${state} in every row that ${label} reads; check it record by record with \`expr\`, or mask it with \`hash\`.`,
          },
        ];
      });
    });
  },
};
