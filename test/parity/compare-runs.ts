import { isDeepStrictEqual } from 'node:util';
import type { Plan } from '../../core/contracts/plan.ts';
import { comparableReport } from './comparable-report.ts';
import { differences } from './compare.ts';
import type { Played } from './play-local.ts';
import type { TypedTable } from './typed-rows.ts';

const shown = 3;

/** How two engines' runs of the same plan differ; empty when they agree in outcome, report, target and quarantine. */
export function compareRuns(plan: Plan, local: Played, spark: Played): readonly string[] {
  const lines: string[] = [];
  const [left, right] = [comparableReport(plan, local), comparableReport(plan, spark)];
  for (const part of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const [one, other] = [left[part], right[part]];
    if (isDeepStrictEqual(one, other)) continue;
    if (Array.isArray(one) && Array.isArray(other)) lines.push(...compareLists(part, one, other));
    else lines.push(`${part}: local ${JSON.stringify(one)}, spark ${JSON.stringify(other)}`);
  }
  lines.push(...compareTables('target', local.target, spark.target));
  lines.push(...compareTables('quarantine', local.quarantine, spark.quarantine));
  return lines;
}

function compareLists(part: string, left: readonly unknown[], right: readonly unknown[]): readonly string[] {
  const only = (these: readonly unknown[], those: readonly unknown[], engine: string) =>
    these
      .filter((each) => !those.some((other) => isDeepStrictEqual(each, other)))
      .slice(0, shown)
      .map((each) => `${part}: only ${engine} tells ${brief(each)}`);
  const lines = [...only(left, right, 'local'), ...only(right, left, 'spark')];
  return lines.length > 0 ? lines : [`${part}: the same in another order, or not as often`];
}

/** A rule's words and origin are the plan's, and only make a fault long. */
function brief(value: unknown): string {
  const { origin: _, originLine: __, message: ___, ...rest } = value as Record<string, unknown>;
  return JSON.stringify(rest);
}

function compareTables(what: string, local: TypedTable | null, spark: TypedTable | null): readonly string[] {
  if (local === null && spark === null) return [];
  if (local !== null && spark !== null) return differences(what, local, spark);
  const { columns = [], rows = [] } = local ?? spark ?? {};
  // A first delivery that is refused leaves no table, or an empty one.
  if (rows.length === 0) return [];
  return [
    `${what}: only ${local === null ? 'spark' : 'local'} has it, ${columns.length} columns, ${rows.length} rows`,
  ];
}
