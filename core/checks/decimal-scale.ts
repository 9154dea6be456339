import { decimalType } from '../semantics/decimal-type.ts';
import type { ProjectCheck } from './check.ts';
import { eachColumn } from './support/each-column.ts';

/** `decimal(p,s)` with more digits after the point than in all, which neither engine has. */
export const decimalScale: ProjectCheck = {
  code: 'decimal-scale',
  severity: 'error',
  title: 'A decimal type has more digits after the point than in all',
  runDataset({ project }) {
    return eachColumn(project, ({ column, label, place }) => {
      const decimal = decimalType(column.type);
      if (decimal === null || decimal.scale <= decimal.precision) return [];
      const { precision, scale } = decimal;
      return [
        {
          ...place(['type']),
          message: `\`${column.type}\` of column ${label} has ${scale} digits after the point and only ${precision} in all; the first number counts all digits, as in \`decimal(${Math.min(38, precision + scale)},${Math.min(scale, 37)})\`.`,
        },
      ];
    });
  },
};
