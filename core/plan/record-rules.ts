import type { Origin } from '../contracts/origin.ts';
import type { PlanRule, RuleKind, RuleSeverity } from '../contracts/plan.ts';
import {
  type Check,
  type ColumnRuleKind,
  configFile,
  type Path,
  type Project,
  schemaFile,
} from '../model/project.ts';
import { columnsUsed } from './print-row-expression.ts';
import { type Expression, readExpression } from './read-expression.ts';
import type { ShapedColumn, TableShape } from './shape-table.ts';

/** A rule with what it takes to print it. */
export interface ShapedRule {
  readonly plan: PlanRule;
  /** Position among all rules that have a bit; -1 for scope `table`. */
  readonly bit: number;
  readonly column: ShapedColumn | null;
  readonly check: { readonly check: Check; readonly tree: Expression | null } | null;
}

type Draft = Omit<ShapedRule, 'bit' | 'plan'> & { readonly plan: Omit<PlanRule, 'bit'> };

const defaults: Readonly<Record<ColumnRuleKind | 'key', RuleSeverity>> = {
  cast: 'quarantine',
  key: 'quarantine',
  required: 'quarantine',
  pattern: 'quarantine',
  min: 'quarantine',
  max: 'quarantine',
  valid_vals: 'nullify',
  references: 'quarantine',
  unique: 'error',
};

/**
 * Every promise of a dataset, in the order in which reasons are listed: what a record tells by itself, then what other
 * tables tell, then what the whole table tells. Bits are given out in that order.
 */
export function shapeRules(project: Project, shape: TableShape): readonly ShapedRule[] {
  const { columns } = shape;
  const each = (draft: (column: ShapedColumn) => Draft | null): Draft[] =>
    columns.flatMap((column) => draft(column) ?? []);
  const drafts = [
    ...each((column) => (column.type === 'string' ? null : columnRule(project, shape, column, 'cast'))),
    ...shape.keys.map((key) => keyRule(project, shape, key)),
    ...each((column) => (column.column.isRequired ? columnRule(project, shape, column, 'required') : null)),
    ...each((column) =>
      column.column.pattern === null ? null : columnRule(project, shape, column, 'pattern'),
    ),
    ...each((column) => (column.column.min === null ? null : columnRule(project, shape, column, 'min'))),
    ...each((column) => (column.column.max === null ? null : columnRule(project, shape, column, 'max'))),
    ...each((column) =>
      column.column.validValues === null ? null : columnRule(project, shape, column, 'valid_vals'),
    ),
    ...checkRules(project, shape, 'expr'),
    ...each((column) =>
      column.column.references === null || isErased(column)
        ? null
        : columnRule(project, shape, column, 'references'),
    ),
    ...each((column) =>
      column.column.isUnique && !isErased(column) ? columnRule(project, shape, column, 'unique') : null,
    ),
    ...checkRules(project, shape, 'table'),
    ...checkRules(project, shape, 'sql'),
  ];
  let bit = 0;
  return drafts.map((draft): ShapedRule => {
    if (draft.plan.scope === 'table') return { ...draft, plan: draft.plan, bit: -1 };
    const { id, kind, scope, ...rest } = draft.plan;
    return { ...draft, plan: { id, kind, scope, bit, ...rest }, bit: bit++ };
  });
}

/** Masked so that nothing is left to compare. */
function isErased(column: ShapedColumn): boolean {
  return column.mask === 'null' || column.mask === 'redact';
}

function columnRule(project: Project, shape: TableShape, column: ShapedColumn, kind: ColumnRuleKind): Draft {
  const scope = kind === 'references' ? 'reference' : kind === 'unique' ? 'table' : 'record';
  return {
    column,
    check: null,
    plan: {
      id: `${kind}:${column.name}`,
      kind,
      scope,
      severity: columnSeverity(column, kind),
      columns: [column.name],
      message: columnMessage(column, kind),
      origin: columnOrigin(project, shape, column, kind),
    },
  };
}

/** What the YAML file says, where that makes sense: a table rule has no row to set aside, and a key is never NULL. */
function columnSeverity(column: ShapedColumn, kind: ColumnRuleKind): RuleSeverity {
  const written = column.column.severity[kind] ?? (kind === 'cast' ? column.column.onCast : defaults[kind]);
  if (kind === 'unique') return written === 'warn' ? 'warn' : 'error';
  return kind === 'references' && column.isKey && written === 'nullify' ? 'quarantine' : written;
}

function columnOrigin(
  project: Project,
  shape: TableShape,
  column: ShapedColumn,
  kind: ColumnRuleKind,
): Origin {
  const key = kind === 'cast' ? 'type' : kind;
  return project.originOf(schemaFile, ['tables', shape.dataset, 'columns', column.name, key]);
}

function columnMessage(column: ShapedColumn, kind: ColumnRuleKind): string {
  const { name, mask, type } = column;
  const { references, min, max } = column.column;
  // A limit of a masked column could give a value away.
  const limit = (value: unknown): string => (mask === null ? ` of ${String(value)}` : '');
  switch (kind) {
    case 'cast':
      return `\`${name}\` is not ${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}.`;
    case 'required':
      return `\`${name}\` is required and has no value.`;
    case 'pattern':
      return `\`${name}\` does not match its pattern.`;
    case 'min':
      return `\`${name}\` is below its minimum${limit(min)}.`;
    case 'max':
      return `\`${name}\` is above its maximum${limit(max)}.`;
    case 'valid_vals':
      return `\`${name}\` is none of its allowed values.`;
    case 'references':
      return `\`${name}\` is not among \`${references?.dataset}.${references?.column}\`.`;
    case 'unique':
      return `\`${name}\` is the same in several rows.`;
  }
}

function keyRule(project: Project, shape: TableShape, key: string): Draft {
  const column = shape.columns.find((candidate) => candidate.name === key) ?? null;
  return {
    column,
    check: null,
    plan: {
      id: `key:${key}`,
      kind: 'key',
      scope: 'record',
      severity: defaults.key,
      columns: [key],
      message: `\`${key}\` is a merge key and has no value.`,
      origin: project.originOf(configFile, ['sources', shape.dataset, 'merge_key']),
    },
  };
}

const checkKinds = {
  expr: { kind: 'check', scope: 'record', prefix: 'check' },
  table: { kind: 'table-check', scope: 'table', prefix: 'table' },
  sql: { kind: 'table-check', scope: 'table', prefix: 'table' },
} as const satisfies Record<Check['kind'], { kind: RuleKind; scope: PlanRule['scope']; prefix: string }>;

function checkRules(project: Project, shape: TableShape, wanted: Check['kind']): Draft[] {
  const { kind, scope, prefix } = checkKinds[wanted];
  return shape.table.checks
    .filter((check) => check.kind === wanted)
    .map((check): Draft => {
      const path: Path = ['tables', shape.dataset, 'checks', check.index];
      const tree = wanted === 'sql' ? null : readExpression(check.text);
      return {
        column: null,
        check: { check, tree },
        plan: {
          id: `${prefix}:${check.name}`,
          kind,
          scope,
          ...(wanted === 'sql' ? { onlyOn: 'spark' as const } : {}),
          severity: check.severity,
          columns: tree === null ? [] : columnsUsed(tree, shape.columns),
          message: check.message ?? `Check \`${check.name}\` does not hold.`,
          origin: project.originOf(schemaFile, path),
        },
      };
    });
}
