import type { Column } from '../model/project.ts';
import { foldCase } from '../text/fold-case.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { compareWritten, ruleType, type WrittenValue } from './support/compare-values.ts';
import { eachColumn } from './support/each-column.ts';

/** A default, or an allowed value, that another rule of the same column refuses. */
export const valueBreaksRule: ProjectCheck = {
  code: 'value-breaks-rule',
  severity: 'warning',
  title: 'A value in a rule is refused by another rule of its column',
  runDataset({ project }) {
    return eachColumn(project, ({ column, label, place }) => {
      const found: Discovery[] = [];
      const tell = (
        path: readonly (string | number)[],
        value: WrittenValue,
        rule: string,
        breaker: string,
      ): void => {
        found.push({
          ...place(path),
          message: `\`${String(value)}\` in \`${rule}\` of column ${label} is refused by its \`${breaker}\`; make the two agree.`,
        });
      };
      for (const [index, value] of (column.validValues ?? []).entries()) {
        const bound = brokenBound(column, value);
        if (bound !== null) tell(['valid_vals', index], value, 'valid_vals', bound);
      }
      if (column.default !== null) {
        const bound = brokenBound(column, column.default);
        if (bound !== null) tell(['default'], column.default, 'default', bound);
        else if (isOutside(column, column.default))
          tell(['default'], column.default, 'default', 'valid_vals');
      }
      return found;
    });
  },
};

function brokenBound(column: Column, value: WrittenValue): 'min' | 'max' | null {
  if (ruleType(column) === 'boolean') return null;
  if (column.min !== null && (compareWritten(column, value, column.min) ?? 0) < 0) return 'min';
  if (column.max !== null && (compareWritten(column, value, column.max) ?? 0) > 0) return 'max';
  return null;
}

/** Whether a default is certainly none of the allowed values; a value that cannot be read is another check's matter. */
function isOutside(column: Column, value: WrittenValue): boolean {
  if (column.validValues === null) return false;
  const fold = (written: WrittenValue): string => foldCase(String(written).trim());
  if (ruleType(column) === 'string')
    return !column.validValues.some((allowed) => fold(allowed) === fold(value));
  const orders = column.validValues.map((allowed) => compareWritten(column, allowed, value));
  return orders.every((order) => order !== null && order !== 0);
}
