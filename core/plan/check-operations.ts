import type { Origin } from '../contracts/origin.ts';
import type { SqlOperation } from '../contracts/plan.ts';
import { both } from './both.ts';
import {
  printCandidates,
  printDeliveryCounts,
  printFlag,
  printLosers,
  printRejected,
  printWinners,
} from './print-check-phase.ts';
import type { ShapedReference } from './shape-references.ts';
import type { StageShape } from './shape-stage.ts';

export interface OperationContext {
  readonly shape: StageShape;
  readonly references: readonly ShapedReference[];
  /** Keys decide, so that a delivery may beat itself. */
  readonly hasLosers: boolean;
  /** Origins of what the operations carry out. */
  readonly origins: Readonly<Record<'table' | 'columns' | 'mergeKey' | 'load' | 'deleteWhen', Origin>>;
}

/** Operations before the target is opened: which records are set aside, which are beaten, and what is left. */
export function checkOperations({
  shape,
  references,
  hasLosers,
  origins,
}: OperationContext): readonly SqlOperation[] {
  const check = { kind: 'sql', phase: 'check', parameters: [] } as const;
  return [
    {
      ...check,
      name: 'flag',
      doc: 'Keeps the rule bits of records that break a rule, with those of references to rows that the parents do not have.',
      origin: origins.table,
      text: both((dialect) => printFlag(dialect, shape, references)),
      produces: { relation: '_flags', as: 'table' },
    },
    {
      ...check,
      name: 'rejected',
      doc: 'Names the records that a rule of severity quarantine or error keeps out of the target.',
      origin: origins.table,
      text: both((dialect) => printRejected(dialect, shape.rules)),
      produces: { relation: '_rejected', as: 'table' },
    },
    {
      ...check,
      name: 'candidates',
      doc: 'Gives every other record the columns and types of the target.',
      origin: origins.columns,
      text: both((dialect) => printCandidates(dialect, shape, references)),
      produces: { relation: '_candidates', as: 'view' },
    },
    ...(hasLosers ? [losers()] : []),
    {
      ...check,
      name: 'winners',
      doc: hasLosers
        ? 'Leaves one record for each merge key.'
        : 'Leaves every candidate, because no merge key decides.',
      origin: origins.mergeKey,
      text: both((dialect) => printWinners(dialect, hasLosers)),
      produces: { relation: '_winners', as: 'view' },
    },
    {
      ...check,
      name: 'delivery-counts',
      doc: 'Counts the records that were read, set aside and beaten, for the gate and the books.',
      origin: origins.table,
      text: both(() => printDeliveryCounts(hasLosers)),
      returns: ['accepted', 'quarantined', 'superseded'],
    },
  ];

  function losers(): SqlOperation {
    const order =
      shape.table.cdcKey === null
        ? 'the later record wins'
        : 'the greatest change key wins, then the later record';
    return {
      ...check,
      name: 'losers',
      doc: `Names the records that another one of the same merge key beats: ${order}.`,
      origin: origins.mergeKey,
      text: both((dialect) => printLosers(dialect, shape)),
      produces: { relation: '_losers', as: 'table' },
    };
  }
}
