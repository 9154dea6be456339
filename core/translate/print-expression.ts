import type { ColumnType } from '../contracts/plan.ts';
import { holdsAggregate } from '../semantics/holds-aggregate.ts';
import { commonType, numberType, sumType, type ValueType } from '../semantics/value-type.ts';
import type { Expression } from '../syntax/check-expression/expression.ts';
import type { Dialect } from './dialect.ts';
import { printArithmetic } from './print-arithmetic.ts';
import { printCall } from './print-call.ts';
import { printMoment } from './print-moment.ts';
import { convert, type Printed, printCastTo } from './printed.ts';
import { quoteText } from './quote.ts';

export interface ExpressionTarget {
  readonly dialect: Dialect;
  /** SQL of a column's value, of the type that `types` says. */
  readonly column: (name: string) => string;
  /** Types by column name; case is ignored. */
  readonly types: ReadonlyMap<string, ColumnType>;
}

interface Printer extends ExpressionTarget {
  print(tree: Expression): Printed;
}

/**
 * SQL of an expression that `typeExpression` has no problem with, with one meaning in both engines:
 * whole numbers are counted in 64 bits and what overflows is NULL, decimals are exact, doubles follow IEEE 754; `lower` and `upper` know ASCII only; `trim` takes spaces; `length` and `substr` count code
 * points; strings compare by their UTF-8 bytes; timestamps without an offset are in UTC. Nothing in it raises an error.
 * @throws for a tree with problems: `check` reports them before a plan is made.
 */
export function printExpression(tree: Expression, target: ExpressionTarget): string {
  const types = new Map([...target.types].map(([name, type]) => [name.toLowerCase(), type]));
  const printer: Printer = {
    ...target,
    types,
    print: (inner) => printNode(inner, printer),
  };
  return printer.print(tree).sql;
}

function printNode(tree: Expression, printer: Printer): Printed {
  const { dialect, print } = printer;
  switch (tree.kind) {
    case 'number':
      return printNumber(dialect, tree);
    case 'string':
      return { sql: quoteText(dialect, tree.value), type: 'string' };
    case 'typed':
      return { sql: printMoment(dialect, tree.value, tree.type), type: tree.type };
    case 'boolean':
      return condition(tree.value ? 'TRUE' : 'FALSE');
    case 'null':
      return { sql: 'NULL', type: 'null' };
    case 'column':
      return { sql: printer.column(tree.name), type: printer.types.get(tree.name.toLowerCase()) ?? 'null' };
    case 'not':
      return condition(`(NOT ${printCondition(tree.operand, printer)})`);
    case 'logic': {
      const operator = tree.operator === 'and' ? ' AND ' : ' OR ';
      return condition(
        `(${tree.operands.map((operand) => printCondition(operand, printer)).join(operator)})`,
      );
    }
    case 'negate':
    case 'arithmetic':
      return printNumeric(tree, printer);
    case 'isNull':
      return condition(`(${print(tree.operand).sql} IS ${not(tree)}NULL)`);
    case 'comparison':
    case 'in':
    case 'between':
    case 'like':
      return condition(printPredicate(tree, printer));
    case 'case':
      return printCase(tree, printer);
    case 'call': {
      const [first] = tree.arguments;
      if (first === undefined) throw notChecked();
      if (tree.name === 'coalesce') {
        const { parts, type } = alike(tree.arguments, printer);
        return { sql: `coalesce(${parts.join(', ')})`, type };
      }
      return printCall(tree, { dialect, value: print(first) });
    }
    case 'aggregate':
      return printAggregate(tree, printer);
    default:
      throw notChecked();
  }
}

function notChecked(): Error {
  return new Error('An expression has a problem: check the project before planning.');
}

function condition(sql: string): Printed {
  return { sql, type: 'boolean' };
}

/** Where Spark asks for a condition, a bare NULL is none. */
function printCondition(tree: Expression, { dialect, print }: Printer): string {
  return convert(dialect, print(tree), 'boolean');
}

function not({ isNegated }: { readonly isNegated: boolean }): string {
  return isNegated ? 'NOT ' : '';
}

function printNumber(dialect: Dialect, tree: Expression & { kind: 'number' }, sign = ''): Printed {
  const type = numberType(tree);
  const text = `${sign}${tree.text}`;
  if (type === 'int')
    return { sql: sign === '' ? `${BigInt(text)}` : `(${BigInt(text)})`, type, number: text };
  return { sql: printCastTo(dialect, quoteText(dialect, text), type), type, number: text };
}

function printNumeric(tree: Expression & { kind: 'negate' | 'arithmetic' }, printer: Printer): Printed {
  const { dialect } = printer;
  const isExact = holdsAggregate(tree);
  if (tree.kind === 'negate') {
    if (tree.operand.kind === 'number') return printNumber(dialect, tree.operand, '-');
    const zero: Printed = { sql: '0', type: 'int' };
    return printArithmetic(dialect, {
      operator: '-',
      left: zero,
      right: printer.print(tree.operand),
      isExact,
    });
  }
  return tree.rest.reduce(
    (left, { operator, operand }) =>
      printArithmetic(dialect, { operator, left, right: printer.print(operand), isExact }),
    printer.print(tree.first),
  );
}

/** Several values in the type in which they compare; a text beside dates is a date. */
function alike(
  trees: readonly Expression[],
  { dialect, print }: Printer,
): { parts: readonly string[]; type: ValueType } {
  const printed = trees.map(print);
  const others = printed.filter((_, index) => trees[index]?.kind !== 'string').map(({ type }) => type);
  const moment = others.find((type) => type === 'timestamp') ?? others.find((type) => type === 'date');
  const typed = printed.map((one, index): Printed => {
    const tree = trees[index];
    if (moment === undefined || tree?.kind !== 'string') return one;
    return { sql: printMoment(dialect, tree.value, moment), type: moment };
  });
  const type = typed.reduce<ValueType>((common, one) => {
    const found = commonType(common, one.type);
    if (found === null) throw notChecked();
    return found;
  }, 'null');
  // Engines compare whole numbers of different widths themselves.
  const isSame = (one: Printed) => one.type === 'null' || (one.type === 'int' && type === 'bigint');
  return { parts: typed.map((one) => (isSame(one) ? one.sql : convert(dialect, one, type))), type };
}

function printPredicate(
  tree: Expression & { kind: 'comparison' | 'in' | 'between' | 'like' },
  printer: Printer,
): string {
  const { dialect, print } = printer;
  switch (tree.kind) {
    case 'comparison': {
      const [left = '', right = ''] = alike([tree.left, tree.right], printer).parts;
      const isSafe = tree.operator === '<=>' && dialect === 'duckdb';
      return `(${left} ${isSafe ? 'IS NOT DISTINCT FROM' : tree.operator} ${right})`;
    }
    case 'in': {
      const [operand = '', ...items] = alike([tree.operand, ...tree.items], printer).parts;
      return `(${operand} ${not(tree)}IN (${items.join(', ')}))`;
    }
    case 'between': {
      const [operand = '', low = '', high = ''] = alike([tree.operand, tree.low, tree.high], printer).parts;
      return `(${operand} ${not(tree)}BETWEEN ${low} AND ${high})`;
    }
    case 'like': {
      const text = convert(dialect, print(tree.operand), 'string');
      return `(${text} ${not(tree)}LIKE ${print(tree.pattern).sql} ESCAPE ${quoteText(dialect, '\\')})`;
    }
  }
}

function printCase(tree: Expression & { kind: 'case' }, printer: Printer): Printed {
  const whens = tree.branches.map(({ when }) => when);
  const [subject = '', ...values] =
    tree.subject === null
      ? ['', ...whens.map((when) => printCondition(when, printer))]
      : alike([tree.subject, ...whens], printer).parts;
  const results = tree.branches.map(({ result }) => result);
  const { parts, type } = alike(tree.otherwise === null ? results : [...results, tree.otherwise], printer);
  const branches = values.map((when, index) => `WHEN ${when} THEN ${parts[index] ?? 'NULL'}`).join(' ');
  const otherwise = tree.otherwise === null ? '' : ` ELSE ${parts.at(-1) ?? 'NULL'}`;
  return { sql: `(CASE ${subject === '' ? '' : `${subject} `}${branches}${otherwise} END)`, type };
}

function printAggregate(tree: Expression & { kind: 'aggregate' }, { dialect, print }: Printer): Printed {
  if (tree.argument === null) return { sql: 'count(*)', type: 'bigint' };
  const argument = print(tree.argument);
  const value: Printed =
    argument.type === 'null' ? { sql: printCastTo(dialect, 'NULL', 'bigint'), type: 'bigint' } : argument;
  const distinct = tree.isDistinct ? 'DISTINCT ' : '';
  if (tree.name === 'count') return { sql: `count(${distinct}${value.sql})`, type: 'bigint' };
  if (tree.name !== 'sum') return { sql: `${tree.name}(${distinct}${value.sql})`, type: value.type };
  const type = sumType(value.type);
  if (type === null) throw notChecked();
  if (type === 'double') return { sql: `sum(${distinct}${value.sql})`, type };
  // Spark derives the digits of a sum from those of its values; in DuckDB a sum of whole numbers has 128 bits.
  const summed =
    dialect === 'duckdb' || value.type.startsWith('decimal(')
      ? value.sql
      : convert(dialect, value, 'decimal(19,0)');
  return { sql: printCastTo(dialect, `sum(${distinct}${summed})`, type), type };
}
