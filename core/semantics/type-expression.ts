import type { Range } from '../contracts/finding.ts';
import type { ColumnType } from '../contracts/plan.ts';
import type { ArithmeticOperator, Expression } from '../syntax/check-expression/expression.ts';
import type { SyntaxProblem } from '../syntax/problem.ts';
import { childrenOf } from './children-of.ts';
import { heightOf } from './height-of.ts';
import { holdsAggregate } from './holds-aggregate.ts';
import { readValue } from './read-value.ts';
import { typeCall } from './type-call.ts';
import type { Typing } from './typing.ts';
import { arithmeticType, commonType, isNumeric, numberType, type ValueType } from './value-type.ts';
import { withArticle } from './with-article.ts';

/**
 * Engines give up on deeper expressions: Spark resolves one function inside another in each of its 100 rounds, DuckDB has
 * 1,000 levels, of which ours take several.
 */
const mostHeight = 75;

/**
 * Types an expression over a table's columns (names as declared; case is ignored). `type` is null when it is unknown
 * or a bare NULL. `aggregates` allows `count`, `sum`, `min`, `max`; columns then stand inside them only.
 */
export function typeExpression(
  tree: Expression,
  columns: ReadonlyMap<string, ColumnType>,
  options: { readonly aggregates: boolean },
): { readonly type: ColumnType | null; readonly problems: readonly SyntaxProblem[] } {
  const problems: SyntaxProblem[] = [];
  const byLowerName = new Map([...columns].map(([name, type]) => [name.toLowerCase(), type]));
  const typing: Typing = {
    columns: byLowerName,
    aggregates: options.aggregates,
    problem: (message, range) => problems.push({ message, range }),
    typeOf: (inner) => typeNode(inner, typing),
  };
  if (heightOf(tree) > mostHeight) {
    const message = `The expression has more than ${mostHeight} operations one inside the other, and a sum counts each of its terms; split it.`;
    return { type: null, problems: [{ message, range: tree.range }] };
  }
  const type = typing.typeOf(tree);
  if (options.aggregates) requireAggregates(tree, typing);
  if (options.aggregates && problems.length === 0 && !holdsAggregate(tree)) {
    typing.problem(
      'The check looks at no rows; use an aggregate such as `count(*)`, or write it with `expr:`.',
      tree.range,
    );
  }
  return { type: type === 'null' ? null : type, problems };
}

/** Columns that an expression names, in the order of the text, each time it names them. */
export function columnsOf(tree: Expression): readonly { readonly name: string; readonly range: Range }[] {
  if (tree.kind === 'column') return [{ name: tree.name, range: tree.range }];
  return childrenOf(tree).flatMap(columnsOf);
}

function requireAggregates(tree: Expression, typing: Typing): void {
  if (tree.kind === 'aggregate') return;
  if (tree.kind === 'column') {
    typing.problem(
      `\`${tree.name}\` stands outside an aggregate; write \`min(${tree.name})\`, or use a row check with \`expr:\`.`,
      tree.range,
    );
  }
  for (const child of childrenOf(tree)) requireAggregates(child, typing);
}

function typeNode(tree: Expression, typing: Typing): ValueType | null {
  switch (tree.kind) {
    case 'number':
      if (!Number.isFinite(Number(tree.text)))
        typing.problem(`\`${tree.text}\` is beyond every number; write a smaller one.`, tree.range);
      return numberType(tree);
    case 'string':
      return 'string';
    case 'typed':
      return typeLiteral(tree, typing);
    case 'boolean':
      return 'boolean';
    case 'null':
      return 'null';
    case 'column':
      return typeColumn(tree, typing);
    case 'not':
      requireBoolean(tree.operand, typing);
      return 'boolean';
    case 'logic':
      for (const operand of tree.operands) requireBoolean(operand, typing);
      return 'boolean';
    case 'negate':
      return typeNegate(tree, typing);
    case 'arithmetic':
      return typeArithmetic(tree, typing);
    case 'comparison':
      unify([tree.left, tree.right], typing);
      return 'boolean';
    case 'isNull':
      typing.typeOf(tree.operand);
      return 'boolean';
    case 'in':
      unify([tree.operand, ...tree.items], typing);
      return 'boolean';
    case 'between':
      unify([tree.operand, tree.low, tree.high], typing);
      return 'boolean';
    case 'like':
      return typeLike(tree, typing);
    case 'case':
      return typeCase(tree, typing);
    case 'call':
    case 'aggregate':
      return typeCall(tree, typing, unify);
    default:
      return null;
  }
}

function typeColumn(tree: Expression & { kind: 'column' }, typing: Typing): ValueType | null {
  const type = typing.columns.get(tree.name.toLowerCase());
  if (type === undefined)
    typing.problem(`Column \`${tree.name}\` is not in the table; name one of its columns.`, tree.range);
  return type ?? null;
}

function typeLiteral(tree: Expression & { kind: 'typed' }, typing: Typing): ValueType {
  if (readValue(tree.value, tree.type, ['yyyy-MM-dd']) === null) {
    const example = tree.type === 'date' ? "DATE '2026-01-31'" : "TIMESTAMP '2026-01-31 08:30:00'";
    typing.problem(`\`${tree.value}\` is not a ${tree.type}; write one such as \`${example}\`.`, tree.range);
  }
  return tree.type;
}

function requireBoolean(tree: Expression, typing: Typing): void {
  const type = typing.typeOf(tree);
  if (type === null || type === 'boolean' || type === 'null') return;
  typing.problem(
    `A condition is expected here, and this is ${withArticle(type)}; compare it with something.`,
    tree.range,
  );
}

function requireNumber(tree: Expression, typing: Typing): ValueType | null {
  const type = typing.typeOf(tree);
  if (type === null || type === 'null' || isNumeric(type)) return type;
  typing.problem(
    `A number is expected here, and this is ${withArticle(type)}; use a column of a number type.`,
    tree.range,
  );
  return null;
}

/** `-x` is `0 - x`; a literal keeps its type. */
function typeNegate(tree: Expression & { kind: 'negate' }, typing: Typing): ValueType | null {
  const type = requireNumber(tree.operand, typing);
  if (type === null || tree.operand.kind === 'number') return type;
  return arithmeticTypeOf('-', ['int', type], { tree, typing });
}

function typeArithmetic(tree: Expression & { kind: 'arithmetic' }, typing: Typing): ValueType | null {
  const operands = tree.rest.map(({ operator, operand }) => ({
    operator,
    type: requireNumber(operand, typing),
  }));
  let type = requireNumber(tree.first, typing);
  for (const next of operands) {
    if (type === null || next.type === null) return null;
    type = arithmeticTypeOf(next.operator, [type, next.type], { tree, typing });
  }
  return type;
}

function arithmeticTypeOf(
  operator: ArithmeticOperator,
  types: readonly [ValueType, ValueType],
  { tree, typing }: { readonly tree: Expression; readonly typing: Typing },
): ValueType | null {
  const type = arithmeticType(operator, types, holdsAggregate(tree));
  if (type === null) {
    typing.problem(
      `\`${operator}\` of ${withArticle(types[0])} and ${withArticle(types[1])} may need more than 38 digits; use a check with \`sql:\` and \`engine: spark\`.`,
      tree.range,
    );
  }
  return type;
}

/** Finds the type in which all of them compare, and says which one does not. */
function unify(trees: readonly Expression[], typing: Typing): ValueType | null {
  const types = trees.map((tree) => typing.typeOf(tree));
  // A string literal beside dates is read as a date.
  const others = types.filter((_, index) => trees[index]?.kind !== 'string');
  const moment = others.includes('timestamp') ? 'timestamp' : others.includes('date') ? 'date' : null;
  let common: ValueType | null = 'null';
  for (const [index, tree] of trees.entries()) {
    const type = types[index] ?? null;
    if (type === null || common === null) {
      common = null;
      continue;
    }
    const isMomentText = moment !== null && tree.kind === 'string';
    if (isMomentText && readValue(tree.value, moment, ['yyyy-MM-dd']) === null) {
      typing.problem(
        `\`${tree.value}\` is not a ${moment}, so this never holds; write \`yyyy-MM-dd\`.`,
        tree.range,
      );
    }
    const found: ValueType | null = commonType(common, isMomentText ? moment : type);
    if (found === null) typing.problem(mismatch(common, type, tree), tree.range);
    common = found;
  }
  return common;
}

function mismatch(expected: ValueType, found: ValueType, tree: Expression): string {
  if (tree.kind === 'string' && isNumeric(expected))
    return `A number is compared with the text '${tree.value}'; write it without quotes.`;
  return `${withArticle(expected).replace('a', 'A')} is compared with ${withArticle(found)}; compare values of one type.`;
}

function typeLike(tree: Expression & { kind: 'like' }, typing: Typing): ValueType {
  const type = typing.typeOf(tree.operand);
  if (type !== null && type !== 'string' && type !== 'null') {
    typing.problem(
      `\`LIKE\` reads strings, and this is ${withArticle(type)}; compare it with \`=\` or \`BETWEEN\`.`,
      tree.operand.range,
    );
  }
  if (tree.pattern.kind !== 'string') {
    typing.problem('The pattern of `LIKE` must be written out as a string.', tree.pattern.range);
  } else if (/^(?:[^\\]|\\[%_\\])*$/s.test(tree.pattern.value) === false) {
    typing.problem(
      'A backslash in the pattern of `LIKE` stands before `%`, `_` or a backslash only.',
      tree.pattern.range,
    );
  }
  return 'boolean';
}

function typeCase(tree: Expression & { kind: 'case' }, typing: Typing): ValueType | null {
  if (tree.subject === null) for (const { when } of tree.branches) requireBoolean(when, typing);
  else unify([tree.subject, ...tree.branches.map(({ when }) => when)], typing);
  const results = tree.branches.map(({ result }) => result);
  return unify(tree.otherwise === null ? results : [...results, tree.otherwise], typing);
}
