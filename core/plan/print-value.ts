import type { Dialect } from '../translate/dialect.ts';
import { quoteName } from '../translate/quote.ts';
import type { ShapedRule } from './record-rules.ts';
import type { ShapedColumn } from './shape-table.ts';

/** Bits that null a column's value, by column; columns without such a rule are not in it. */
export type NullifyBits = ReadonlyMap<ShapedColumn, readonly number[]>;

const nullifying = new Set(['pattern', 'min', 'max', 'valid_vals']);

/** Rules of severity `nullify` over a record. A failed cast and a blank value are NULL already. */
export function indexNullifyBits(rules: readonly ShapedRule[]): NullifyBits {
  const bits = new Map<ShapedColumn, number[]>();
  for (const { plan, column, bit } of rules) {
    if (column === null || plan.severity !== 'nullify' || !nullifying.has(plan.kind)) continue;
    bits.set(column, [...(bits.get(column) ?? []), bit]);
  }
  return bits;
}

/** The value that keys, row checks and masks see inside the stage query: as the target will hold it, but clear. */
export function finalValue(dialect: Dialect, column: ShapedColumn, nullifyBits: NullifyBits): string {
  return quoteName(dialect, nullifyBits.has(column) ? column.final : unruledValue(column));
}

/** Name of the value before `nullify`. */
export function unruledValue(column: ShapedColumn): string {
  return column.type === 'string' ? column.kept : column.typed;
}
