import type { MaskStrategy } from '../contracts/plan.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { columnUses, type UseKind } from './support/column-uses.ts';
import { findColumn, findTable } from './support/tables.ts';

/** What a masked column can no longer do. A keyed hash still tells equal values apart from others, and nothing more. */
const spoiled: Readonly<Record<UseKind, readonly MaskStrategy[]>> = {
  merge_key: ['null', 'redact'],
  cdc_key: ['null', 'redact', 'hash'],
  partition_by: ['null', 'redact'],
  references: ['null', 'redact'],
  mask: [],
};

const outcome: Readonly<Record<MaskStrategy, string>> = {
  null: 'is masked to NULL',
  redact: 'is masked to the same text in every row',
  hash: 'is masked to a hash, which has no order',
};

/** A key, change, partition or reference column whose masked value no longer serves. */
export const maskedKey: ProjectCheck = {
  code: 'masked-key',
  severity: 'error',
  title: 'A key column is masked so that it no longer serves as one',
  runDataset({ project }) {
    return columnUses(project).flatMap((use): Discovery[] => {
      const column = use.child ?? use.column;
      const mask = findColumn(findTable(project, use.owner), column)?.mask ?? null;
      if (mask === null || !spoiled[use.kind].includes(mask)) return [];
      const advice = use.kind === 'cdc_key' ? 'choose another column' : 'take the mask away, or use `hash`';
      return [
        {
          ...use.place(),
          message: `Column \`${column}\` of \`${use.owner}\` ${outcome[mask]} and cannot serve \`${use.kind}\`; ${advice}.`,
        },
      ];
    });
  },
};
