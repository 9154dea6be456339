import type { RuleSeverity } from '../../contracts/plan.ts';
import { type Column, type ColumnRuleKind, schemaFile } from '../../model/project.ts';
import { codeSpan, valueText } from '../support/markdown.ts';
import { schemaAt } from '../support/schema-at.ts';

/** The rules of a column in a few words each, with what happens to a record that breaks one. */
export function columnRules(column: Column): readonly string[] {
  const { validValues, pattern, min, max, isRequired, isUnique, references, type } = column;
  const rules: (readonly [ColumnRuleKind, string])[] = [];
  if (isRequired) rules.push(['required', 'must have a value']);
  if (type !== 'string' && column.mask === null) rules.push(['cast', `must be a ${type}`]);
  if (validValues !== null) rules.push(['valid_vals', `one of ${listValues(validValues)}`]);
  if (pattern !== null) rules.push(['pattern', `matches ${codeSpan(pattern)}`]);
  if (min !== null) rules.push(['min', `at least ${codeSpan(valueText(min))}`]);
  if (max !== null) rules.push(['max', `at most ${codeSpan(valueText(max))}`]);
  if (isUnique) rules.push(['unique', 'no value twice']);
  if (references !== null) {
    rules.push(['references', `exists as ${codeSpan(`${references.dataset}.${references.column}`)}`]);
  }
  return rules.map(([kind, text]) => `${text} (${severityOf(column, kind)})`);
}

/** What a rule does to a record that breaks it, as written or by default. */
export function severityOf(column: Column, kind: ColumnRuleKind): RuleSeverity {
  if (kind === 'cast') return column.onCast;
  const usual = schemaAt(schemaFile, ['tables', 't', 'columns', 'c', 'severity', kind])?.schema['default'];
  return column.severity[kind] ?? (usual as RuleSeverity | undefined) ?? 'quarantine';
}

function listValues(values: readonly unknown[]): string {
  const shown = values.slice(0, 8).map((value) => codeSpan(valueText(value)));
  return values.length > 8 ? `${shown.join(', ')} and ${values.length - 8} more` : shown.join(', ');
}
