import type { Plan } from '../../core/contracts/plan.ts';
import type { LocalPaths } from './local-paths.ts';
import type { PlanParts } from './plan-parts.ts';
import type { Values } from './query.ts';
import type { RunRequest } from './run-request.ts';
import type { Scratch } from './scratch.ts';
import type { WarehouseAccess } from './use-warehouse.ts';

/** What every stage of one run is given. */
export interface RunContext {
  readonly request: RunRequest;
  readonly plan: Plan;
  readonly parts: PlanParts;
  readonly paths: LocalPaths;
  readonly scratch: Scratch;
  readonly access: WarehouseAccess;
}

/** Values of the plan's parameters, once the run's `ts` is known. */
export function parameterValues(
  context: RunContext,
  ts: string,
): Readonly<Record<'run_id' | 'ts' | 'mask_key', string>> {
  return { run_id: context.request.runId, ts, mask_key: context.request.maskKey ?? '' };
}

export type ParameterValues = ReturnType<typeof parameterValues>;

/** Those of the values that an operation asks for; binding a name that a text does not hold is an error. */
export function valuesFor(
  operation: { readonly parameters: readonly (keyof ParameterValues)[] },
  values: ParameterValues,
): Values {
  return Object.fromEntries(operation.parameters.map((parameter) => [parameter, values[parameter]]));
}
