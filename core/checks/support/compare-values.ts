import type { ColumnType } from '../../contracts/plan.ts';
import type { Column } from '../../model/project.ts';
import { readValue, type Value } from '../../semantics/read-value.ts';

export type WrittenValue = string | number | boolean;

/** The type that rules of a column see: of a masked column the text, whatever it declares. */
export function ruleType(column: Column): ColumnType {
  return column.mask === null ? column.type : 'string';
}

/** A value written in a rule, read by the rules that hold for the data of its column; null when it is no such value. */
export function readWritten(column: Column, written: WrittenValue): Value | null {
  return readValue(String(written).trim(), ruleType(column), column.formats);
}

/**
 * Order of two values written in rules of one column: negative, zero or positive; null where there is none (text,
 * values that are not of the type, timestamps of which only one has an offset).
 */
export function compareWritten(column: Column, left: WrittenValue, right: WrittenValue): number | null {
  const [first, second] = [readWritten(column, left), readWritten(column, right)];
  if (first === null || second === null || first.kind === 'string' || first.kind !== second.kind) return null;
  if (first.kind === 'timestamp' && second.kind === 'timestamp' && first.isLocal !== second.isLocal)
    return null;
  if (first.value === second.value) return 0;
  return first.value < second.value ? -1 : 1;
}
