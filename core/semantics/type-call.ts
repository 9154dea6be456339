import type { Expression, ScalarFunction } from '../syntax/check-expression/expression.ts';
import { holdsAggregate } from './holds-aggregate.ts';
import type { Typing } from './typing.ts';
import { isNumeric, numberType, sumType, type ValueType } from './value-type.ts';
import { withArticle } from './with-article.ts';

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
      typing.problem(`\`abs\` takes a number, and this is ${withArticle(type)}.`, first.range);
      return null;
    }
    return absType(type);
  }
  if (type !== null && type !== 'null' && type !== 'string') {
    typing.problem(`\`${tree.name}\` takes a string, and this is ${withArticle(type)}.`, first.range);
  }
  if (tree.name === 'substr') requireSubstrNumbers(tree, typing);
  return tree.name === 'length' ? 'int' : 'string';
}

/** Type of `abs`: the least number of a whole type has no positive twin in it. */
export function absType(type: ValueType | null): ValueType | null {
  if (type === 'int' || type === 'null') return 'bigint';
  return type === 'bigint' ? 'decimal(19,0)' : type;
}

/** Places and lengths are written out, so that they are whole and no engine has to turn one into 32 bits. */
function requireSubstrNumbers(tree: Expression & { kind: 'call' }, typing: Typing): void {
  const [, from, length] = tree.arguments;
  if (from !== undefined && wholeLiteral(from) === null) {
    typing.problem(
      'Write the place for `substr` as a whole number such as `1`, or `-2` for the last two.',
      from.range,
    );
  }
  if (length !== undefined && (wholeLiteral(length) ?? -1) < 0) {
    typing.problem('Write the length for `substr` as a whole number such as `3`.', length.range);
  }
}

/** The whole number of at most nine digits that stands here, with its sign; null for anything else. */
export function wholeLiteral(tree: Expression): number | null {
  if (tree.kind === 'negate') {
    const value = wholeLiteral(tree.operand);
    return value === null ? null : 0 - value;
  }
  return tree.kind === 'number' && numberType(tree) === 'int' ? Number(tree.text) : null;
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
    typing.problem(`\`sum\` takes a number, and this is ${withArticle(type)}.`, tree.argument.range);
    return null;
  }
  const sum = sumType(type);
  if (sum === null) {
    typing.problem(
      `The sum of ${withArticle(type)} may need more than 38 digits; use a check with \`sql:\` and \`engine: spark\`.`,
      tree.range,
    );
  }
  return sum;
}
