import type { Fix } from '../contracts/finding.ts';
import type { Column, Path, Project } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { readWritten, ruleType, type WrittenValue } from './support/compare-values.ts';
import { type ColumnSubject, eachColumn } from './support/each-column.ts';
import { replaceFix } from './support/replace-fix.ts';

interface Written {
  readonly path: Path;
  readonly rule: string;
  readonly value: WrittenValue;
}

/** A value in a rule that is not a value of the column's type: the rule could never be met, or never be broken. */
export const valueNotOfType: ProjectCheck = {
  code: 'value-not-of-type',
  severity: 'error',
  title: 'A value in a rule does not fit the type of its column',
  runDataset({ project }) {
    return eachColumn(project, ({ column, label, place }) =>
      writtenValues(column)
        .filter(({ value }) => readWritten(column, value) === null)
        .map(({ path, rule, value }): Discovery => {
          return {
            ...place(path),
            message: `\`${String(value)}\` in \`${rule}\` is not ${describe(column)}, the type of column ${label}; write a value of that type, or change the type.`,
            fixes: rule === 'valid_vals' && column.mask === null ? textFixes(project, column, place) : [],
          };
        }),
    );
  },
};

/** Words among the allowed values say that the column holds text, unless another rule needs its type. */
function textFixes(project: Project, column: Column, place: ColumnSubject['place']): readonly Fix[] {
  const isWord = (value: WrittenValue): boolean => /[A-Za-z]/.test(String(value));
  if (!(column.validValues ?? []).some(isWord) || column.min !== null || column.max !== null) return [];
  return replaceFix(project, place(['type']), { from: column.type, to: 'string' }).map((fix) => ({
    ...fix,
    title: `Declare \`${column.name}\` as \`string\``,
  }));
}

function writtenValues(column: Column): readonly Written[] {
  const values: Written[] = [];
  const type = ruleType(column);
  const isOrdered = type !== 'string' && type !== 'boolean';
  if (isOrdered && column.min !== null) values.push({ path: ['min'], rule: 'min', value: column.min });
  if (isOrdered && column.max !== null) values.push({ path: ['max'], rule: 'max', value: column.max });
  for (const [index, value] of (column.validValues ?? []).entries()) {
    values.push({ path: ['valid_vals', index], rule: 'valid_vals', value });
  }
  if (column.default !== null) values.push({ path: ['default'], rule: 'default', value: column.default });
  return values;
}

function describe(column: Column): string {
  if (column.type === 'date' && column.formats.length > 0) {
    return `a date (${column.formats.map((format) => `\`${format}\``).join(', ')})`;
  }
  return column.type === 'int' ? 'an int' : `a ${column.type}`;
}
