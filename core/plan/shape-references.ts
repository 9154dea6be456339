import type { PlanReference } from '../contracts/plan.ts';
import type { Project } from '../model/project.ts';
import { foldCase } from '../text/fold-case.ts';
import type { ShapedRule } from './record-rules.ts';

/** A reference rule and the relation of its parent's keys. */
export interface ShapedReference {
  readonly rule: ShapedRule;
  readonly plan: PlanReference;
  /** The parent's column is text, masked or not; otherwise its keys have the type it declares. */
  readonly isText: boolean;
}

/** References among the rules, numbered in their order. A parent that the project does not know counts as text. */
export function shapeReferences(project: Project, rules: readonly ShapedRule[]): readonly ShapedReference[] {
  return rules
    .flatMap((rule) => {
      const written = rule.plan.scope === 'reference' ? rule.column?.column.references : null;
      return written == null ? [] : [{ rule, written }];
    })
    .map(({ rule, written }, index) => {
      const columns = project.datasets.find(({ name }) => name === written.dataset)?.table?.columns ?? [];
      const column =
        columns.find(({ name }) => name === written.column) ??
        columns.find(({ name }) => foldCase(name) === foldCase(written.column));
      return {
        rule,
        plan: {
          relation: `_parent_${index}`,
          rule: rule.plan.id,
          parent: written.dataset,
          column: column?.name ?? written.column,
          retryDays: written.retryDays,
        },
        isText: column === undefined || column.mask !== null || column.type === 'string',
      };
    });
}
