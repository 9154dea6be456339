import { arithmeticType, digitsOf } from '../semantics/value-type.ts';
import type { ArithmeticOperator } from '../syntax/check-expression/expression.ts';
import type { Dialect } from './dialect.ts';
import { convert, type Printed, printCastTo } from './printed.ts';

const tryFunctions = { '+': 'try_add', '-': 'try_subtract', '*': 'try_multiply' } as const;

export interface Operation {
  readonly operator: ArithmeticOperator;
  readonly left: Printed;
  readonly right: Printed;
  /** Whole numbers count as decimals, so that nothing overflows. */
  readonly isExact: boolean;
}

/**
 * One operation, which no engine raises an error from. Whole numbers beyond 64 bits are NULL; decimals have a type that
 * holds every result. DuckDB's `TRY` is of no use: an expression that stands in two of them is computed outside of both.
 */
export function printArithmetic(dialect: Dialect, { operator, left, right, isExact }: Operation): Printed {
  const type = arithmeticType(operator, [left.type, right.type], isExact);
  if (type === null) throw new Error('A result has too many digits: check the project before planning.');
  if (type === 'double') {
    return { sql: `(${convert(dialect, left, type)} ${operator} ${convert(dialect, right, type)})`, type };
  }
  const operand = type === 'bigint' ? printWhole : printDecimal;
  const [a, b] = [operand(dialect, left), operand(dialect, right)];
  if (dialect === 'spark') return { sql: `${tryFunctions[operator]}(${a}, ${b})`, type };
  // Compared with a constant, a bare `TRY_CAST` is dropped by DuckDB's optimizer, and the NULL with it.
  if (type === 'bigint') return { sql: `(TRY_CAST(${a} ${operator} ${b} AS BIGINT) | 0)`, type };
  // DuckDB keeps a result of decimals of up to 18 digits in 18 digits, unless one side has more.
  const wide = printCastTo(dialect, a, `decimal(38,${digitsOf(left.type).scale})`);
  const sql = `(${digitsOf(type).precision > 18 ? wide : a} ${operator} ${b})`;
  return { sql: printCastTo(dialect, sql, type), type };
}

function printWhole(dialect: Dialect, operand: Printed): string {
  if (dialect === 'duckdb') return `CAST(${operand.sql} AS HUGEINT)`;
  return operand.type === 'bigint' ? operand.sql : printCastTo(dialect, operand.sql, 'bigint');
}

/** Decimals keep their own digits, from which Spark derives the result's. */
function printDecimal(dialect: Dialect, operand: Printed): string {
  if (operand.type.startsWith('decimal(')) return operand.sql;
  return printCastTo(dialect, operand.sql, `decimal(${digitsOf(operand.type).precision},0)`);
}
