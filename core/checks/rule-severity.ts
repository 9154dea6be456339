import type { RuleSeverity } from '../contracts/plan.ts';
import { type Column, type ColumnRuleKind, schemaFile } from '../model/project.ts';
import { valueAt } from '../text/value-at.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { ruleType } from './support/compare-values.ts';
import { eachColumn } from './support/each-column.ts';

/** A severity for which its column has no rule, or that is said twice and differently. */
export const ruleSeverity: ProjectCheck = {
  code: 'rule-severity',
  severity: 'warning',
  title: 'A severity does not belong to a rule of its column',
  runDataset({ project }) {
    return eachColumn(project, ({ dataset, column, label, place }) => {
      const onCast = valueAt(project.documents[schemaFile]?.value, [
        ...['tables', dataset.name, 'columns', column.name, 'on_cast'],
      ]);
      return entriesOf(column).flatMap(([kind, severity]): Discovery[] => {
        if (!hasRule(column, kind)) {
          return [
            {
              ...place(['severity', kind], 'entry'),
              message: `Column ${label} has no \`${kind}\` rule for the severity \`${severity}\`; add the rule, or take the severity away.`,
            },
          ];
        }
        if (kind !== 'cast' || typeof onCast !== 'string' || onCast === severity) return [];
        return [
          {
            ...place(['severity', kind], 'entry'),
            message: `Column ${label} says \`on_cast: ${onCast}\` and \`cast: ${severity}\`, of which the latter counts; take one away.`,
            related: [{ ...place(['on_cast'], 'entry'), message: '`on_cast` is here' }],
          },
        ];
      });
    });
  },
};

function entriesOf(column: Column): readonly (readonly [ColumnRuleKind, RuleSeverity])[] {
  return Object.entries(column.severity) as [ColumnRuleKind, RuleSeverity][];
}

function hasRule(column: Column, kind: ColumnRuleKind): boolean {
  const has: Readonly<Record<ColumnRuleKind, boolean>> = {
    cast: ruleType(column) !== 'string',
    required: column.isRequired,
    pattern: column.pattern !== null,
    min: column.min !== null,
    max: column.max !== null,
    valid_vals: column.validValues !== null,
    references: column.references !== null,
    unique: column.isUnique,
  };
  return has[kind];
}
