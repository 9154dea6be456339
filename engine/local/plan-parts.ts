import type {
  ArchiveOperation,
  Plan,
  PlanOperation,
  ReadOperation,
  SqlOperation,
  StageOperation,
  SwapOperation,
} from '../../core/contracts/plan.ts';

/** A plan's operations by kind; there is one of each but `sql`. */
export interface PlanParts {
  readonly read: ReadOperation;
  readonly stage: StageOperation;
  readonly swap: SwapOperation;
  readonly archive: ArchiveOperation;
  readonly sql: readonly SqlOperation[];
}

export function planParts(plan: Plan): PlanParts {
  return {
    read: only(plan, 'read'),
    stage: only(plan, 'stage'),
    swap: only(plan, 'swap'),
    archive: only(plan, 'archive'),
    sql: plan.operations.filter((operation) => operation.kind === 'sql'),
  };
}

function only<K extends PlanOperation['kind']>(plan: Plan, kind: K): Extract<PlanOperation, { kind: K }> {
  const found = plan.operations.filter(
    (operation): operation is Extract<PlanOperation, { kind: K }> => operation.kind === kind,
  );
  const [operation] = found;
  if (operation === undefined || found.length > 1)
    throw new Error(`The plan of ${plan.dataset} has ${found.length} operations of kind ${kind}, not one.`);
  return operation;
}
