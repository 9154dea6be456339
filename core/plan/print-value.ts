import type { Dialect } from '../translate/dialect.ts';
import { quoteName } from '../translate/quote.ts';
import type { ShapedRule } from './record-rules.ts';
import type { ShapedColumn } from './shape-table.ts';

const nullifying = new Set(['pattern', 'min', 'max', 'valid_vals']);

/** Bits that null a column's value. A failed cast and a blank value are NULL already. */
export function nullifyBits(rules: readonly ShapedRule[], column: ShapedColumn): readonly number[] {
  return rules
    .filter(
      ({ plan }) =>
        plan.severity === 'nullify' && nullifying.has(plan.kind) && plan.columns[0] === column.name,
    )
    .map((rule) => rule.bit);
}

/** The value that keys, row checks and masks see inside the stage query: as the target will hold it, but clear. */
export function finalValue(dialect: Dialect, column: ShapedColumn, rules: readonly ShapedRule[]): string {
  return quoteName(dialect, nullifyBits(rules, column).length > 0 ? column.final : unruledValue(column));
}

/** Name of the value before `nullify`. */
export function unruledValue(column: ShapedColumn): string {
  return column.type === 'string' ? column.kept : column.typed;
}
