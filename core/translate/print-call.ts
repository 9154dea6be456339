import { absType, wholeLiteral } from '../semantics/type-call.ts';
import type { ValueType } from '../semantics/value-type.ts';
import type { Expression } from '../syntax/check-expression/expression.ts';
import type { Dialect } from './dialect.ts';
import { printType } from './print-type.ts';
import { convert, type Printed } from './printed.ts';

const upperLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lowerLetters = upperLetters.toLowerCase();

/** A function of one value, and of numbers written out; `value` is its first argument. */
export function printCall(
  tree: Expression & { kind: 'call' },
  { dialect, value }: { readonly dialect: Dialect; readonly value: Printed },
): Printed {
  const text = () => convert(dialect, value, 'string');
  switch (tree.name) {
    case 'length':
      return { sql: `CAST(length(${text()}) AS ${printType(dialect, 'int')})`, type: 'int' };
    case 'lower':
      return { sql: `translate(${text()}, '${upperLetters}', '${lowerLetters}')`, type: 'string' };
    case 'upper':
      return { sql: `translate(${text()}, '${lowerLetters}', '${upperLetters}')`, type: 'string' };
    case 'trim':
      return {
        sql: dialect === 'duckdb' ? `trim(${text()}, ' ')` : `trim(BOTH ' ' FROM ${text()})`,
        type: 'string',
      };
    case 'substr':
      return { sql: printSubstr(tree, { dialect, text: text() }), type: 'string' };
    case 'abs': {
      const type: ValueType = absType(value.type) ?? 'null';
      return { sql: `abs(${convert(dialect, value, type)})`, type };
    }
    default:
      throw new Error(`\`${tree.name}\` is no function of one value.`);
  }
}

/**
 * Place 0 means the first character in Spark and the one before it in DuckDB; of places from the end DuckDB's `substr` has
 * two readings, so a slice is taken there.
 */
function printSubstr(
  tree: Expression & { kind: 'call' },
  { dialect, text }: { readonly dialect: Dialect; readonly text: string },
): string {
  const [from, length] = tree.arguments.slice(1).map(wholeLiteral);
  const place = from === 0 ? 1 : (from ?? 1);
  const count = length ?? null;
  if (dialect === 'spark' || place > 0) {
    return `substr(${text}, ${place}${count === null ? '' : `, ${count}`})`;
  }
  if (count === null || count >= -place) return `right(${text}, ${-place})`;
  return count === 0 ? `left(${text}, 0)` : `(${text})[${place}:${place + count - 1}]`;
}
