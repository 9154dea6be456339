import type { Project } from '../model/project.ts';
import { indexNullifyBits, type NullifyBits } from './print-value.ts';
import { type ShapedRule, shapeRules } from './record-rules.ts';
import { shapeTable, type TableShape } from './shape-table.ts';

export interface StageShape {
  readonly table: TableShape;
  readonly rules: readonly ShapedRule[];
  readonly nullifyBits: NullifyBits;
  /** Bit that marks a tombstone, after the bits of all rules; null without `delete_when`. */
  readonly tombstoneBit: number | null;
  /** Number of bits, the tombstone's too. */
  readonly bits: number;
}

/** Compiles a dataset's columns and rules; throws as `shapeTable` does. */
export function shapeStage(project: Project, dataset: string): StageShape {
  const table = shapeTable(project, dataset);
  const rules = shapeRules(project, table);
  const ruled = rules.filter(({ plan }) => plan.scope !== 'table').length;
  const tombstoneBit = table.deleteWhen === null ? null : ruled;
  return {
    table,
    rules,
    nullifyBits: indexNullifyBits(rules),
    tombstoneBit,
    bits: tombstoneBit === null ? ruled : ruled + 1,
  };
}
