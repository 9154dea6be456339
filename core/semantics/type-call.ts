import type { Expression, ScalarFunction } from '../syntax/sql/expression.ts';
import { childrenOf } from './children-of.ts';
import { decimalType } from './decimal-type.ts';
import type { Typing } from './typing.ts';
import { isNumeric, type ValueType } from './value-type.ts';

type Call = Expression & { kind: 'call' | 'aggregate' };
type Unify = (trees: readonly Expression[], typing: Typing) => ValueType | null;

const counts: Readonly<Record<ScalarFunction, readonly [number, number]>> = {
  length: [1, 1],
  lower: [1, 1],
  upper: [1, 1],
  trim: [1, 1],
  substr: [2, 3],
  coalesce: [1, 100],
  abs: [1, 1],
};

/** Type of a function's or an aggregate's result; notes wrong arguments. */
export function typeCall(tree: Call, typing: Typing, unify: Unify): ValueType | null {
  return tree.kind === 'call' ? typeFunction(tree, typing, unify) : typeAggregate(tree, typing);
}

function typeFunction(tree: Expression & { kind: 'call' }, typing: Typing, unify: Unify): ValueType | null {
  const [least, most] = counts[tree.name];
  const given = tree.arguments.length;
  if (given < least || given > most) {
    const wanted = least === most ? `${least}` : `${least} to ${most}`;
    typing.problem(
      `\`${tree.name}\` takes ${wanted} argument${most === 1 ? '' : 's'} and has ${given}.`,
      tree.range,
    );
    return null;
  }
  const [first] = tree.arguments;
  if (first === undefined) return null;
  if (tree.name === 'coalesce') return unify(tree.arguments, typing);
  const type = typing.typeOf(first);
  if (tree.name === 'abs') {
    if (type !== null && type !== 'null' && !isNumeric(type)) {
      typing.problem(`\`abs\` takes a number, and this is a ${type}.`, first.range);
      return null;
    }
    return type === 'int' ? 'bigint' : type;
  }
  if (type !== null && type !== 'null' && type !== 'string') {
    typing.problem(`\`${tree.name}\` takes a string, and this is a ${type}.`, first.range);
  }
  if (tree.name === 'substr') requireSubstrNumbers(tree, typing);
  return tree.name === 'length' ? 'int' : 'string';
}

/** Engines differ for places before the first character, so places and lengths are written out. */
function requireSubstrNumbers(tree: Expression & { kind: 'call' }, typing: Typing): void {
  const [, from, length] = tree.arguments;
  const isWhole = (part: Expression, least: number) =>
    part.kind === 'number' && part.isInteger && part.text.length <= 9 && Number(part.text) >= least;
  if (from !== undefined && !isWhole(from, 1)) {
    typing.problem('`substr` counts from 1; write the place as a whole number such as `1`.', from.range);
  }
  if (length !== undefined && !isWhole(length, 0)) {
    typing.problem('Write the length for `substr` as a whole number such as `3`.', length.range);
  }
}

function typeAggregate(tree: Expression & { kind: 'aggregate' }, typing: Typing): ValueType | null {
  if (!typing.aggregates) {
    typing.problem(
      `\`${tree.name}\` looks at many rows; write the check with \`table:\` instead of \`expr:\`.`,
      tree.range,
    );
  }
  if (tree.argument === null) return 'bigint';
  if (holdsAggregate(tree.argument))
    typing.problem('An aggregate stands inside another; write them side by side.', tree.argument.range);
  const type = typing.typeOf(tree.argument);
  if (tree.name === 'count') return 'bigint';
  if (tree.name !== 'sum' || type === null) return type;
  if (type !== 'null' && !isNumeric(type)) {
    typing.problem(`\`sum\` takes a number, and this is a ${type}.`, tree.argument.range);
    return null;
  }
  return sumOf(type);
}

/** Type of a sum: exact for whole numbers and decimals. */
export function sumOf(type: ValueType): ValueType {
  if (type === 'double' || type === 'null') return 'double';
  return `decimal(38,${decimalType(type)?.scale ?? 0})`;
}

function holdsAggregate(tree: Expression): boolean {
  return tree.kind === 'aggregate' || childrenOf(tree).some(holdsAggregate);
}
