import type { Column, ColumnRuleKind } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { ruleType } from './support/compare-values.ts';
import { eachColumn } from './support/each-column.ts';
import { isMergeKey } from './support/tables.ts';

/** Rules of one column that may make its value NULL, with how they come to it. */
const nullifying: readonly ColumnRuleKind[] = ['cast', 'pattern', 'min', 'max', 'valid_vals', 'references'];

/** A column that must have a value, with a rule that takes the value away after that was asked. */
export const requiredBecomesNull: ProjectCheck = {
  code: 'required-becomes-null',
  severity: 'warning',
  title: 'A required column may still become NULL',
  runDataset({ project }) {
    return eachColumn(project, ({ dataset, column, label, place }) => {
      const isKey = isMergeKey(dataset.source, column.name) && dataset.source?.load !== 'append';
      if (!isKey && !column.isRequired) return [];
      const must = isKey ? 'is the merge key' : 'is `required`';
      return nullifying
        .filter((kind) => nullifies(column, kind))
        .map((kind): Discovery => {
          const isOnCast = kind === 'cast' && column.severity.cast === undefined;
          const path = isOnCast ? ['on_cast'] : kind === 'cast' ? ['severity', 'cast'] : [kind];
          const advice = isOnCast ? 'on_cast: quarantine' : `severity: {${kind}: quarantine}`;
          return {
            ...place(path, 'key'),
            message: `Column ${label} ${must}, and its \`${isOnCast ? 'on_cast' : kind}\` makes values NULL; say \`${advice}\`.`,
          };
        });
    });
  },
};

function nullifies(column: Column, kind: ColumnRuleKind): boolean {
  const said = column.severity[kind];
  switch (kind) {
    case 'cast':
      return ruleType(column) !== 'string' && (said ?? column.onCast) === 'nullify';
    case 'valid_vals':
      return column.validValues !== null && (said ?? 'nullify') === 'nullify';
    case 'pattern':
      return column.pattern !== null && said === 'nullify';
    case 'references':
      return column.references !== null && said === 'nullify';
    default:
      return said === 'nullify' && column[kind === 'min' ? 'min' : 'max'] !== null;
  }
}
