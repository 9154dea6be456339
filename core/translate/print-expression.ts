import type { ColumnType } from '../contracts/plan.ts';
import { childrenOf } from '../semantics/children-of.ts';
import { readValue } from '../semantics/read-value.ts';
import { sumOf } from '../semantics/type-call.ts';
import {
  commonType,
  isNumeric,
  numberType,
  productType,
  sumType,
  type ValueType,
} from '../semantics/value-type.ts';
import type { Expression } from '../syntax/sql/expression.ts';
import type { Dialect } from './dialect.ts';
import { printType } from './print-type.ts';
import { quoteText } from './quote.ts';

export interface ExpressionTarget {
  readonly dialect: Dialect;
  /** SQL of a column's value, of the type that `types` says. */
  readonly column: (name: string) => string;
  /** Types by column name; case is ignored. */
  readonly types: ReadonlyMap<string, ColumnType>;
}

interface Printed {
  readonly sql: string;
  readonly type: ValueType;
}
type Print = (tree: Expression) => Printed;

/**
 * SQL of an expression that `typeExpression` has no problem with, with one meaning in both engines:
 * whole numbers are 64 bits, decimals have up to 38 digits, and what overflows is NULL; `lower` and `upper` know ASCII
 * only; `trim` takes spaces; strings compare by their UTF-8 bytes. Nothing in it can raise an error at run time.
 * @throws for a tree with problems: `check` reports them before a plan is made.
 */
export function printExpression(tree: Expression, target: ExpressionTarget): string {
  const types = new Map([...target.types].map(([name, type]) => [name.toLowerCase(), type]));
  const print: Print = (inner) => printNode(inner, { ...target, types }, print);
  return print(tree).sql;
}

function printNode(tree: Expression, target: ExpressionTarget, print: Print): Printed {
  const { dialect } = target;
  const isText = (sql: string): Printed => ({ sql, type: 'boolean' });
  switch (tree.kind) {
    case 'number': {
      const type = numberType(tree);
      return { sql: cast(dialect, tree.text, type), type };
    }
    case 'string':
      return { sql: quoteText(dialect, tree.value), type: 'string' };
    case 'typed':
      return { sql: cast(dialect, quoteText(dialect, tree.value), tree.type), type: tree.type };
    case 'boolean':
      return isText(tree.value ? 'TRUE' : 'FALSE');
    case 'null':
      return { sql: 'NULL', type: 'null' };
    case 'column':
      return { sql: target.column(tree.name), type: target.types.get(tree.name.toLowerCase()) ?? 'null' };
    case 'not':
      return isText(`(NOT ${print(tree.operand).sql})`);
    case 'logic':
      return isText(
        `(${tree.operands.map((operand) => print(operand).sql).join(tree.operator === 'and' ? ' AND ' : ' OR ')})`,
      );
    case 'negate':
      return printArithmetic(dialect, {
        operator: '-',
        left: { sql: '0', type: 'bigint' },
        right: print(tree.operand),
      });
    case 'arithmetic':
      return tree.rest.reduce(
        (left, { operator, operand }) => printArithmetic(dialect, { operator, left, right: print(operand) }),
        print(tree.first),
      );
    case 'comparison': {
      const [left = '', right = ''] = alike([tree.left, tree.right], dialect, print).parts;
      return isText(printComparison(dialect, tree.operator, left, right));
    }
    case 'isNull':
      return isText(`(${print(tree.operand).sql} IS ${tree.isNegated ? 'NOT ' : ''}NULL)`);
    case 'in': {
      const [operand = '', ...items] = alike([tree.operand, ...tree.items], dialect, print).parts;
      return isText(`(${operand} ${tree.isNegated ? 'NOT ' : ''}IN (${items.join(', ')}))`);
    }
    case 'between': {
      const [operand = '', low = '', high = ''] = alike(
        [tree.operand, tree.low, tree.high],
        dialect,
        print,
      ).parts;
      return isText(`(${operand} ${tree.isNegated ? 'NOT ' : ''}BETWEEN ${low} AND ${high})`);
    }
    case 'like':
      return isText(
        `(${print(tree.operand).sql} ${tree.isNegated ? 'NOT ' : ''}LIKE ${print(tree.pattern).sql} ESCAPE ${quoteText(dialect, '\\')})`,
      );
    case 'case':
      return printCase(tree, dialect, print);
    case 'call':
      return printCall(tree, dialect, print);
    case 'aggregate':
      return printAggregate(tree, dialect, print);
    default:
      throw new Error('An expression has a problem: check the project before planning.');
  }
}

function cast(dialect: Dialect, sql: string, type: ColumnType): string {
  return `CAST(${sql} AS ${printType(dialect, type)})`;
}

function convert(dialect: Dialect, { sql, type }: Printed, to: ValueType): string {
  if (type === to || to === 'null' || (type === 'int' && to === 'bigint')) return sql;
  return cast(dialect, sql, to);
}

/** Several values in the type in which they compare. */
function alike(
  trees: readonly Expression[],
  dialect: Dialect,
  print: Print,
): { parts: readonly string[]; type: ValueType } {
  const printed = trees.map(print);
  const others = printed.filter((_, index) => trees[index]?.kind !== 'string');
  const moment =
    others.find(({ type }) => type === 'timestamp') ?? others.find(({ type }) => type === 'date');
  const typed = printed.map((one, index): Printed => {
    const tree = trees[index];
    if (moment === undefined || tree?.kind !== 'string') return one;
    const type = moment.type as ColumnType;
    if (readValue(tree.value, type, ['yyyy-MM-dd']) === null) return { sql: 'NULL', type: 'null' };
    return { sql: cast(dialect, one.sql, type), type };
  });
  const type = typed.reduce<ValueType>((common, one) => commonType(common, one.type) ?? 'string', 'null');
  return { parts: typed.map((one) => convert(dialect, one, type)), type };
}

function printComparison(dialect: Dialect, operator: string, left: string, right: string): string {
  if (operator !== '<=>') return `(${left} ${operator} ${right})`;
  return dialect === 'duckdb' ? `(${left} IS NOT DISTINCT FROM ${right})` : `(${left} <=> ${right})`;
}

const tryFunctions = { '+': 'try_add', '-': 'try_subtract', '*': 'try_multiply' } as const;

interface Operation {
  readonly operator: '+' | '-' | '*';
  readonly left: Printed;
  readonly right: Printed;
}

/** Doubles never raise; whole numbers and decimals answer NULL when they overflow. */
function printArithmetic(dialect: Dialect, { operator, left, right }: Operation): Printed {
  const type = operator === '*' ? productType(left.type, right.type) : sumType(left.type, right.type);
  // The factors of a decimal product keep their own scales: the scales add up.
  const part = (one: Printed) => {
    if (operator !== '*' || !type.startsWith('decimal(')) return cast(dialect, one.sql, type);
    return isNumeric(one.type) && one.type.startsWith('decimal(')
      ? one.sql
      : cast(dialect, one.sql, 'decimal(19,0)');
  };
  if (type === 'double') return { sql: `(${part(left)} ${operator} ${part(right)})`, type };
  if (dialect === 'spark') return { sql: `${tryFunctions[operator]}(${part(left)}, ${part(right)})`, type };
  return {
    sql: `TRY_CAST(TRY(${part(left)} ${operator} ${part(right)}) AS ${printType(dialect, type)})`,
    type,
  };
}

function printCase(tree: Expression & { kind: 'case' }, dialect: Dialect, print: Print): Printed {
  const subject = tree.subject;
  const whens =
    subject === null
      ? tree.branches.map(({ when }) => print(when).sql)
      : tree.branches.map(({ when }) => {
          const [left = '', right = ''] = alike([subject, when], dialect, print).parts;
          return printComparison(dialect, '=', left, right);
        });
  const results = tree.branches.map(({ result }) => result);
  const { parts, type } = alike(
    tree.otherwise === null ? results : [...results, tree.otherwise],
    dialect,
    print,
  );
  const branches = whens.map((when, index) => `WHEN ${when} THEN ${parts[index] ?? 'NULL'}`).join(' ');
  const otherwise = tree.otherwise === null ? '' : ` ELSE ${parts.at(-1) ?? 'NULL'}`;
  return { sql: `(CASE ${branches}${otherwise} END)`, type };
}

const upperLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lowerLetters = upperLetters.toLowerCase();

function printCall(tree: Expression & { kind: 'call' }, dialect: Dialect, print: Print): Printed {
  if (tree.name === 'coalesce') {
    const { parts, type } = alike(tree.arguments, dialect, print);
    return { sql: `coalesce(${parts.join(', ')})`, type };
  }
  const [first, ...rest] = tree.arguments;
  if (first === undefined) throw new Error('A call has no argument: check the project before planning.');
  const value = print(first);
  const { sql } = value;
  switch (tree.name) {
    case 'length':
      return { sql: `CAST(length(${sql}) AS ${printType(dialect, 'int')})`, type: 'int' };
    case 'lower':
      return { sql: `translate(${sql}, '${upperLetters}', '${lowerLetters}')`, type: 'string' };
    case 'upper':
      return { sql: `translate(${sql}, '${lowerLetters}', '${upperLetters}')`, type: 'string' };
    case 'trim':
      return {
        sql: dialect === 'duckdb' ? `trim(${sql}, ' ')` : `trim(BOTH ' ' FROM ${sql})`,
        type: 'string',
      };
    case 'substr':
      return {
        sql: `substr(${[sql, ...rest.map((part) => (part.kind === 'number' ? part.text : ''))].join(', ')})`,
        type: 'string',
      };
    default: {
      // The least int has no positive twin in its own type.
      const type = value.type === 'int' ? 'bigint' : value.type;
      const negated = printArithmetic(dialect, {
        operator: '-',
        left: { sql: '0', type: 'bigint' },
        right: value,
      });
      return {
        sql: `(CASE WHEN ${sql} < 0 THEN ${convert(dialect, negated, type)} ELSE ${convert(dialect, value, type)} END)`,
        type,
      };
    }
  }
}

function printAggregate(tree: Expression & { kind: 'aggregate' }, dialect: Dialect, print: Print): Printed {
  if (tree.argument === null) return { sql: 'count(*)', type: 'bigint' };
  const value = print(tree.argument);
  const distinct = tree.isDistinct ? 'DISTINCT ' : '';
  if (tree.name === 'count') return { sql: `count(${distinct}${value.sql})`, type: 'bigint' };
  if (tree.name !== 'sum') return { sql: `${tree.name}(${distinct}${value.sql})`, type: value.type };
  const type = sumOf(value.type);
  const to = type === 'null' ? 'double' : type;
  return {
    sql: `TRY_CAST(sum(${distinct}${cast(dialect, value.sql, to)}) AS ${printType(dialect, to)})`,
    type: to,
  };
}

/** Whether an expression looks at many rows. */
export function isAggregate(tree: Expression): boolean {
  return tree.kind === 'aggregate' || childrenOf(tree).some(isAggregate);
}
