import type { Plan, PlanColumn } from '../../core/contracts/plan.ts';
import type { TargetColumn } from './read-ledger.ts';
import { RunStop } from './run-stop.ts';

/** How a target must change to take a plan's rows. Adding is done by the run; the rest is for `pistevo migrate`. */
export interface Evolution {
  readonly added: readonly PlanColumn[];
  readonly renamed: readonly { readonly from: string; readonly to: PlanColumn }[];
  readonly dropped: readonly string[];
  readonly retyped: readonly { readonly from: TargetColumn; readonly to: PlanColumn }[];
  /** Columns that hold clear values and may not any more. */
  readonly masked: readonly PlanColumn[];
}

/** Compares a target's columns, as they were last written, with a plan's. */
export function compareColumns(plan: Plan, columns: readonly TargetColumn[]): Evolution {
  const before = new Map(columns.map((column) => [fold(column.name), column]));
  const wanted = new Set(plan.columns.map((column) => fold(column.name)));
  const renamed: { from: string; to: PlanColumn }[] = [];
  const added: PlanColumn[] = [];
  const kept: { from: TargetColumn; to: PlanColumn }[] = [];
  for (const column of plan.columns) {
    const same = before.get(fold(column.name));
    if (same !== undefined) {
      kept.push({ from: same, to: column });
      continue;
    }
    const former = column.headers
      .slice(1)
      .map((title) => before.get(fold(title)))
      .find((candidate) => candidate !== undefined && !wanted.has(fold(candidate.name)));
    if (former === undefined) {
      added.push(column);
      continue;
    }
    renamed.push({ from: former.name, to: column });
    kept.push({ from: former, to: column });
  }
  const used = new Set(kept.map(({ from }) => from));
  return {
    added,
    renamed,
    dropped: columns.filter((column) => !used.has(column)).map((column) => column.name),
    retyped: kept.filter(({ from, to }) => from.type !== to.type),
    masked: kept.filter(({ from, to }) => from.mask === null && to.mask !== undefined).map(({ to }) => to),
  };
}

/**
 * Columns that a run adds by itself.
 * @throws RunStop `failed`/`needs_migration` when the target must change in a way that could lose or bare a value.
 */
export function checkEvolution(
  plan: Plan,
  columns: readonly TargetColumn[],
  isReplaced: boolean,
): readonly PlanColumn[] {
  if (columns.length === 0) return [];
  const compared = compareColumns(plan, columns);
  const { added, masked } = compared;
  // A table that is made anew takes any shape; but the old one stays for `rollback`, so it may not hold what is masked now.
  const { renamed, dropped, retyped } = isReplaced ? { renamed: [], dropped: [], retyped: [] } : compared;
  const changes = [
    ...renamed.map(({ from, to }) => `\`${from}\` is now \`${to.name}\``),
    ...dropped.map((column) => `\`${column}\` is gone from the schema`),
    ...masked.map((column) => `\`${column.name}\` is masked now and the table holds clear values`),
    ...retyped
      .filter(({ to }) => !masked.includes(to))
      .map(({ from, to }) => `\`${to.name}\` was ${from.type} and is now ${to.type}`),
  ];
  if (changes.length === 0) return added;
  throw new RunStop(
    'failed',
    'needs_migration',
    `The table \`${plan.schema}.${plan.dataset}\` was written for another schema: ${changes.join('; ')}. Run \`pistevo migrate ${plan.dataset}\` to change the table, or change the schema back.`,
  );
}

/** DuckDB tells names apart without regard to case. */
function fold(name: string): string {
  return name.toLowerCase();
}
