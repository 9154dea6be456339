import { holdsAggregate } from '../../../../core/semantics/holds-aggregate.ts';
import { readValue } from '../../../../core/semantics/read-value.ts';
import { wholeLiteral } from '../../../../core/semantics/type-call.ts';
import {
  arithmeticType,
  commonType,
  digitsOf,
  numberType,
  type ValueType,
} from '../../../../core/semantics/value-type.ts';
import type { ArithmeticOperator, Expression } from '../../../../core/syntax/check-expression/expression.ts';

/** Decimals are unscaled; dates are days, timestamps microseconds since 1970. */
export type Plain = bigint | number | string | boolean | null;
export interface Evaluated {
  readonly type: ValueType;
  readonly value: Plain;
}
export type Row = ReadonlyMap<string, Evaluated>;

const unknown = (type: ValueType): Evaluated => ({ type, value: null });
const truth = (value: boolean | null): Evaluated => ({ type: 'boolean', value });

/** What an expression means, told as plainly as possible: the arbiter of the printed texts. */
export function evaluate(tree: Expression, row: Row): Evaluated {
  const of = (inner: Expression) => evaluate(inner, row);
  switch (tree.kind) {
    case 'number':
      return literal(tree.text, numberType(tree));
    case 'string':
      return { type: 'string', value: tree.value };
    case 'typed':
      return moment(tree.value, tree.type);
    case 'boolean':
      return truth(tree.value);
    case 'null':
      return unknown('null');
    case 'column':
      return row.get(tree.name.toLowerCase()) ?? unknown('null');
    case 'not': {
      const { value } = of(tree.operand);
      return truth(value === null ? null : value !== true);
    }
    case 'logic':
      return truth(
        logic(
          tree.operator,
          tree.operands.map((operand) => of(operand).value as boolean | null),
        ),
      );
    case 'negate':
      if (tree.operand.kind === 'number') return literal(`-${tree.operand.text}`, numberType(tree.operand));
      return operate('-', [{ type: 'int', value: 0n }, of(tree.operand)], holdsAggregate(tree));
    case 'arithmetic':
      return tree.rest.reduce(
        (left, { operator, operand }) => operate(operator, [left, of(operand)], holdsAggregate(tree)),
        of(tree.first),
      );
    case 'comparison': {
      const [left = null, right = null] = alike([tree.left, tree.right], of).values;
      if (tree.operator === '<=>')
        return truth(left === null ? right === null : right !== null && compare(left, right) === 0);
      if (left === null || right === null) return truth(null);
      const order = compare(left, right);
      const holds = {
        '=': order === 0,
        '<>': order !== 0,
        '<': order < 0,
        '<=': order <= 0,
        '>': order > 0,
        '>=': order >= 0,
      };
      return truth(holds[tree.operator]);
    }
    case 'isNull':
      return truth((of(tree.operand).value === null) !== tree.isNegated);
    case 'in': {
      const [operand = null, ...items] = alike([tree.operand, ...tree.items], of).values;
      const found = logic(
        'or',
        items.map((item) => equal(operand, item)),
      );
      return truth(found === null ? null : found !== tree.isNegated);
    }
    case 'between': {
      const [operand = null, low = null, high = null] = alike([tree.operand, tree.low, tree.high], of).values;
      const above = operand === null || low === null ? null : compare(operand, low) >= 0;
      const below = operand === null || high === null ? null : compare(operand, high) <= 0;
      const inside = logic('and', [above, below]);
      return truth(inside === null ? null : inside !== tree.isNegated);
    }
    case 'like': {
      const text = of(tree.operand).value;
      const pattern = tree.pattern.kind === 'string' ? tree.pattern.value : '';
      return truth(text === null ? null : likePattern(pattern).test(String(text)) !== tree.isNegated);
    }
    case 'case': {
      const whens = tree.branches.map(({ when }) => when);
      const [subject = null, ...values] =
        tree.subject === null ? [] : alike([tree.subject, ...whens], of).values;
      const chosen = tree.branches.findIndex(({ when }, index) =>
        tree.subject === null ? of(when).value === true : equal(subject, values[index] ?? null) === true,
      );
      const results = tree.branches.map(({ result }) => result);
      const all = alike(tree.otherwise === null ? results : [...results, tree.otherwise], of);
      const value = chosen >= 0 ? all.values[chosen] : tree.otherwise === null ? null : all.values.at(-1);
      return { type: all.type, value: value ?? null };
    }
    case 'call':
      return call(tree, of);
    default:
      throw new Error(`\`${tree.kind}\` has no value for one row.`);
  }
}

function literal(text: string, type: ValueType): Evaluated {
  if (type === 'double') return { type, value: Number(text) };
  const { scale } = digitsOf(type);
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const unscaled = BigInt(`${whole}${fraction.padEnd(scale, '0')}`);
  return { type, value: text.startsWith('-') ? -unscaled : unscaled };
}

function moment(text: string, type: 'date' | 'timestamp'): Evaluated {
  return { type, value: (readValue(text, type, ['yyyy-MM-dd'])?.value ?? null) as Plain };
}

function logic(operator: 'and' | 'or', values: readonly (boolean | null)[]): boolean | null {
  const decisive = operator === 'or';
  if (values.includes(decisive)) return decisive;
  return values.includes(null) ? null : !decisive;
}

function toDouble({ type, value }: Evaluated): number | null {
  if (value === null || typeof value === 'number') return value;
  const { scale } = digitsOf(type);
  const digits = `${value}`.replace('-', '').padStart(scale + 1, '0');
  const sign = `${value}`.startsWith('-') ? '-' : '';
  return Number(`${sign}${digits.slice(0, digits.length - scale)}.${digits.slice(digits.length - scale)}`);
}

/** The value in a type that holds it. */
function widen(one: Evaluated, type: ValueType): Plain {
  if (one.value === null || one.type === type) return one.value;
  if (type === 'double') return toDouble(one);
  if (type === 'timestamp') return BigInt(one.value as number) * 86_400_000_000n;
  if (!type.startsWith('decimal(')) return one.value;
  return (one.value as bigint) * 10n ** BigInt(digitsOf(type).scale - digitsOf(one.type).scale);
}

function operate(
  operator: ArithmeticOperator,
  parts: readonly [Evaluated, Evaluated],
  isExact: boolean,
): Evaluated {
  const [left, right] = parts;
  const type = arithmeticType(operator, [left.type, right.type], isExact);
  if (type === null) throw new Error('too many digits');
  if (left.value === null || right.value === null) return unknown(type);
  if (type === 'double') {
    const [a, b] = [toDouble(left) ?? 0, toDouble(right) ?? 0];
    return { type, value: operator === '+' ? a + b : operator === '-' ? a - b : a * b };
  }
  const own = (one: Evaluated) => (operator === '*' ? (one.value as bigint) : (widen(one, type) as bigint));
  const [a, b] = [own(left), own(right)];
  const value = operator === '+' ? a + b : operator === '-' ? a - b : a * b;
  const limit = type === 'bigint' ? 2n ** 63n : 10n ** BigInt(digitsOf(type).precision);
  const least = type === 'bigint' ? -limit : 1n - limit;
  return value >= least && value < limit ? { type, value } : unknown(type);
}

function alike(trees: readonly Expression[], of: (tree: Expression) => Evaluated) {
  const all = trees.map(of);
  const others = all.filter((_, index) => trees[index]?.kind !== 'string').map(({ type }) => type);
  const target = others.includes('timestamp') ? 'timestamp' : others.includes('date') ? 'date' : null;
  const read = all.map((one, index) =>
    target !== null && trees[index]?.kind === 'string' ? moment(String(one.value), target) : one,
  );
  const type = read.reduce<ValueType>((common, one) => commonType(common, one.type) ?? 'null', 'null');
  return { type, values: read.map((one) => widen(one, type)) };
}

function compare(a: Exclude<Plain, null>, b: Exclude<Plain, null>): number {
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(a, b);
  // NaN is greater than everything and equal to itself.
  if (typeof a === 'number' && Number.isNaN(a)) return typeof b === 'number' && Number.isNaN(b) ? 0 : 1;
  if (typeof b === 'number' && Number.isNaN(b)) return -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]].map((text) => text.map((one) => one.codePointAt(0) ?? 0));
  for (const [index, code] of (left ?? []).entries()) {
    const other = right?.[index];
    if (other === undefined) return 1;
    if (code !== other) return code - other;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
}

function equal(a: Plain, b: Plain): boolean | null {
  return a === null || b === null ? null : compare(a, b) === 0;
}

function likePattern(pattern: string): RegExp {
  const parts = pattern.replace(/\\([%_\\])|([%_])|([\s\S]?)/gu, (_all, escaped, sign, plain) => {
    if (sign !== undefined) return sign === '%' ? '[\\s\\S]*' : '[\\s\\S]';
    return (escaped ?? plain ?? '').replace(/[\\^$.|?*+()[\]{}/]/g, '\\$&');
  });
  return new RegExp(`^${parts}$`, 'u');
}

function call(tree: Expression & { kind: 'call' }, of: (tree: Expression) => Evaluated): Evaluated {
  if (tree.name === 'coalesce') {
    const { type, values } = alike(tree.arguments, of);
    return { type, value: values.find((value) => value !== null) ?? null };
  }
  const first = of(tree.arguments[0] as Expression);
  const text = first.value === null ? null : String(first.value);
  const string = (value: string | null): Evaluated => ({ type: 'string', value });
  switch (tree.name) {
    case 'length':
      return { type: 'int', value: text === null ? null : BigInt([...text].length) };
    case 'lower':
      return string(text?.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) ?? null);
    case 'upper':
      return string(text?.replace(/[a-z]/g, (letter) => letter.toUpperCase()) ?? null);
    case 'trim':
      return string(text?.replace(/^ +| +$/g, '') ?? null);
    case 'substr': {
      const [, from, length] = tree.arguments;
      return string(
        text === null
          ? null
          : substring(text, wholeLiteral(from as Expression) ?? 1, length && wholeLiteral(length)),
      );
    }
    default: {
      const type =
        first.type === 'double'
          ? 'double'
          : first.type === 'bigint'
            ? 'decimal(19,0)'
            : first.type === 'int'
              ? 'bigint'
              : first.type;
      if (first.value === null) return unknown(type === 'null' ? 'bigint' : type);
      return {
        type,
        value:
          typeof first.value === 'number'
            ? Math.abs(first.value)
            : (first.value as bigint) < 0n
              ? -(first.value as bigint)
              : first.value,
      };
    }
  }
}

/** Spark's rule: 0 is the first place, a negative one counts from the end and may stand before the first. */
function substring(text: string, from: number, length: number | null | undefined): string {
  const points = [...text];
  const start = from > 0 ? from - 1 : from < 0 ? points.length + from : 0;
  const end = length === null || length === undefined ? points.length : start + length;
  return points.slice(Math.max(0, start), Math.max(0, end)).join('');
}

/** A value as engines print it; doubles as numbers, dates as days, timestamps as microseconds. */
export function told({ type, value }: Evaluated): string | number | null {
  if (value === null || typeof value === 'number')
    return type === 'date' && value !== null ? `${value}` : value;
  if (typeof value !== 'bigint' || !type.startsWith('decimal(')) return `${value}`;
  const { scale } = digitsOf(type);
  const digits = `${value < 0n ? -value : value}`.padStart(scale + 1, '0');
  const point = scale === 0 ? '' : `.${digits.slice(-scale)}`;
  return `${value < 0n ? '-' : ''}${digits.slice(0, digits.length - scale)}${point}`;
}
