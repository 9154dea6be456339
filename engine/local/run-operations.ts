import type { PlanRule, SqlOperation } from '../../core/contracts/plan.ts';
import { execute, name, query } from './query.ts';
import { type ParameterValues, type RunContext, valuesFor } from './run-context.ts';

/** What the operations of one phase answered. */
export interface PhaseResult {
  readonly numbers: Readonly<Record<string, number>>;
  /** Rows at fault, by table rule. */
  readonly failing: ReadonlyMap<string, number>;
}

export interface PhaseOptions {
  readonly phase: SqlOperation['phase'];
  /** Whether the target holds rows. */
  readonly hasRows: boolean;
  readonly values: ParameterValues;
  /** Leaves operations out: a dry run has no result to verify. */
  readonly isWanted?: (operation: SqlOperation) => boolean;
}

/** Runs the plan's queries of a phase, in order, on the main connection. Their relations are temporary. */
export async function runOperations(context: RunContext, options: PhaseOptions): Promise<PhaseResult> {
  const { main } = context.scratch;
  const when = options.hasRows ? 'later' : 'first';
  const numbers: Record<string, number> = {};
  const failing = new Map<string, number>();
  for (const operation of context.parts.sql) {
    if (operation.phase !== options.phase || (operation.when ?? when) !== when) continue;
    if (options.isWanted?.(operation) === false) continue;
    const values = valuesFor(operation, options.values);
    if (operation.produces !== undefined) {
      const kind = operation.produces.as === 'view' ? 'VIEW' : 'TABLE';
      await execute(
        main,
        `CREATE OR REPLACE TEMP ${kind} ${name(operation.produces.relation)} AS ${operation.text.duckdb}`,
        values,
      );
      continue;
    }
    const [row] = await query(main, operation.text.duckdb, values);
    for (const column of operation.returns ?? []) numbers[column] = Number(row?.[column] ?? 0);
    if (operation.rule !== undefined) failing.set(operation.rule, Number(row?.['failing'] ?? 0));
  }
  return { numbers, failing };
}

/** The rule that a table statement checks. */
export function ruleOf(context: RunContext, id: string): PlanRule {
  const rule = context.plan.rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(`The plan of ${context.plan.dataset} has no rule ${id}.`);
  return rule;
}
