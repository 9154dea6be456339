import type { ColumnType } from '../contracts/plan.ts';
import type { ArithmeticOperator, NumberLiteral } from '../syntax/check-expression/expression.ts';
import { type DecimalType, decimalType } from './decimal-type.ts';

/** Type of a value inside an expression; `null` is the type of a bare NULL. */
export type ValueType = ColumnType | 'null';

const mostDigits = 38;

/** Whether values of a type are numbers. */
export function isNumeric(type: ValueType): boolean {
  return type === 'int' || type === 'bigint' || type === 'double' || type.startsWith('decimal(');
}

/** Whole numbers are int or bigint while they fit, decimals are exact up to 38 digits, everything else is a double. */
export function numberType({ text, isInteger }: NumberLiteral): ColumnType {
  if (/e/i.test(text)) return 'double';
  const [whole = '', fraction = ''] = text.split('.');
  const digits = whole.replace(/^0+/, '').length;
  if (isInteger && digits <= 10 && Number(text) < 2 ** 31) return 'int';
  if (isInteger && digits <= 18) return 'bigint';
  const precision = Math.max(1, digits + fraction.length);
  return precision <= mostDigits ? `decimal(${precision},${fraction.length})` : 'double';
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
function commonNumber(a: ValueType, b: ValueType): ColumnType {
  if (a === 'double' || b === 'double') return 'double';
  if (isWhole(a) && isWhole(b)) return 'bigint';
  const [left, right] = [digitsOf(a), digitsOf(b)];
  const scale = Math.max(left.scale, right.scale);
  const precision = Math.max(left.precision - left.scale, right.precision - right.scale) + scale;
  return precision <= mostDigits ? `decimal(${precision},${scale})` : 'double';
}

function isWhole(type: ValueType): boolean {
  return type === 'int' || type === 'bigint' || type === 'null';
}

/** Digits of an exact number: an int has up to 10, a bigint up to 19. */
export function digitsOf(type: ValueType): DecimalType {
  return decimalType(type as ColumnType) ?? { precision: type === 'int' ? 10 : 19, scale: 0 };
}

/**
 * Type of `a + b`, `a - b` or `a * b`; null when the result may need more than 38 digits. Whole numbers are counted in 64
 * bits, or as decimals where `isExact`. Decimals grow by Spark's rule.
 */
export function arithmeticType(
  operator: ArithmeticOperator,
  [a, b]: readonly [ValueType, ValueType],
  isExact: boolean,
): ColumnType | null {
  if (a === 'double' || b === 'double') return 'double';
  if (!isExact && isWhole(a) && isWhole(b)) return 'bigint';
  const [left, right] = [digitsOf(a), digitsOf(b)];
  const isProduct = operator === '*';
  const scale = isProduct ? left.scale + right.scale : Math.max(left.scale, right.scale);
  const whole = Math.max(left.precision - left.scale, right.precision - right.scale);
  const precision = isProduct ? left.precision + right.precision + 1 : whole + scale + 1;
  return precision <= mostDigits ? `decimal(${precision},${scale})` : null;
}

/** Type of a sum over at most 10^10 rows; null when it may need more than 38 digits. */
export function sumType(type: ValueType): ColumnType | null {
  if (type === 'double') return 'double';
  const { precision, scale } = digitsOf(type);
  const sum = (isWhole(type) ? 19 : precision) + 10;
  return sum <= mostDigits ? `decimal(${sum},${scale})` : null;
}
