import type { ColumnType } from '../contracts/plan.ts';

export interface DecimalType {
  /** Digits in all, 1 to 38. */
  readonly precision: number;
  /** Digits after the point, 0 to `precision`. */
  readonly scale: number;
}

/** Precision and scale of `decimal(p,s)`; null for every other type. */
export function decimalType(type: ColumnType): DecimalType | null {
  const match = /^decimal\(([0-9]{1,2}),([0-9]{1,2})\)$/.exec(type);
  if (match === null) return null;
  return { precision: Number(match[1]), scale: Number(match[2]) };
}
