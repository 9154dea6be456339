import type { ColumnType } from '../contracts/plan.ts';
import type { NumberLiteral } from '../syntax/sql/expression.ts';
import { decimalType } from './decimal-type.ts';

/** Type of a value inside an expression; `null` is the type of a bare NULL. */
export type ValueType = ColumnType | 'null';

/** Whether values of a type are numbers. */
export function isNumeric(type: ValueType): boolean {
  return type === 'int' || type === 'bigint' || type === 'double' || type.startsWith('decimal(');
}

/** Whole numbers are bigint while they fit 64 bits, decimals are exact up to 38 digits, everything else is a double. */
export function numberType({ text, isInteger }: NumberLiteral): ColumnType {
  if (/e/i.test(text)) return 'double';
  const [whole = '', fraction = ''] = text.split('.');
  const digits = whole.replace(/^0+/, '').length;
  if (isInteger && digits <= 18) return 'bigint';
  const precision = Math.max(1, digits + fraction.length);
  return precision <= 38 ? `decimal(${precision},${fraction.length})` : 'double';
}

/** The type in which two values compare or stand for one another without loss; null when there is none. */
export function commonType(a: ValueType, b: ValueType): ValueType | null {
  if (a === b) return a;
  if (a === 'null') return b;
  if (b === 'null') return a;
  if (isNumeric(a) && isNumeric(b)) return commonNumber(a, b);
  const isMoment = (type: ValueType) => type === 'date' || type === 'timestamp';
  return isMoment(a) && isMoment(b) ? 'timestamp' : null;
}

/** Common type of numbers: bigint for whole ones, a decimal that holds both, or double when no decimal does. */
export function commonNumber(a: ValueType, b: ValueType): ColumnType {
  if (a === 'double' || b === 'double') return 'double';
  const left = asDecimal(a);
  const right = asDecimal(b);
  if (left === null && right === null) return 'bigint';
  const one = left ?? wholeNumber;
  const other = right ?? wholeNumber;
  const scale = Math.max(one.scale, other.scale);
  const whole = Math.max(one.precision - one.scale, other.precision - other.scale);
  return whole + scale <= 38 ? `decimal(${whole + scale},${scale})` : 'double';
}

/** A bigint has 19 digits. */
const wholeNumber = { precision: 19, scale: 0 };

function asDecimal(type: ValueType) {
  return type === 'null' ? null : decimalType(type);
}

/** Type of `a * b`: the scales add up. */
export function productType(a: ValueType, b: ValueType): ColumnType {
  const common = commonNumber(a, b);
  const scale = (asDecimal(a)?.scale ?? 0) + (asDecimal(b)?.scale ?? 0);
  if (common === 'double' || common === 'bigint') return common;
  return scale <= 38 ? `decimal(38,${scale})` : 'double';
}

/** Type of `a + b` and `a - b`: a decimal keeps its scale and takes all 38 digits. */
export function sumType(a: ValueType, b: ValueType): ColumnType {
  const common = commonNumber(a, b);
  const decimal = asDecimal(common);
  return decimal === null ? common : `decimal(38,${decimal.scale})`;
}
