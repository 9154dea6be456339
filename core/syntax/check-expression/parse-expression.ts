import type { Range } from '../../contracts/finding.ts';
import type { SyntaxProblem } from '../problem.ts';
import type { ArithmeticOperator, ComparisonOperator, Expression } from './expression.ts';
import type { ExpressionParser } from './expression-parser.ts';
import { parsePrimary } from './parse-primary.ts';
import { createTokenReader, type TokenReader } from './token-reader.ts';

/** Deeper nesting is a problem of its own; recursion never runs out of stack. */
const mostDepth = 250;

/**
 * Reads an expression of the closed grammar of checks: columns, literals, comparisons, AND OR NOT, IS NULL, IN, BETWEEN,
 * LIKE, `+ - *`, CASE, and the functions listed in `expression.ts`. Always gives a tree; where something is wrong it holds
 * `missing` and `skipped` nodes and `errors` says what. Ranges are offsets in `text`.
 */
export function parseExpression(text: string): {
  readonly tree: Expression;
  readonly errors: readonly SyntaxProblem[];
} {
  const reader = createTokenReader(text);
  let depth = 0;
  const parser: ExpressionParser = {
    reader,
    expression() {
      if (depth >= mostDepth) return tooDeep(reader);
      depth += 1;
      const tree = parseOr(parser);
      depth -= 1;
      return tree;
    },
  };
  const tree = parser.expression();
  if (!reader.isEnd()) reader.problem(describeRest(reader));
  return { tree, errors: reader.problems };
}

function tooDeep(reader: TokenReader): Expression {
  const { start } = reader.range();
  while (!reader.isEnd()) reader.advance();
  const range = { start, end: reader.range().end };
  // Told at the end, so that what is missing there is not told as well.
  reader.problem(`The expression is nested deeper than ${mostDepth}; flatten it.`, range);
  return { kind: 'skipped', range };
}

/** A row of `NOT` or `-` that nobody means. */
function tooLong({ reader }: ExpressionParser, range: Range): Expression {
  reader.problem(`More than ${mostDepth} signs stand in a row; remove them.`, range);
  return { kind: 'skipped', range };
}

function describeRest(reader: TokenReader): string {
  const text = reader.text();
  const usual: Readonly<Record<string, string>> = {
    ')': '`)` closes nothing; remove it.',
    ';': 'An expression ends without `;`; remove it.',
    '==': 'Write `=` for equality.',
    '/': 'Division is not part of checks; multiply the other side instead, or use a check with `engine: spark`.',
    '%': '`%` is not part of checks; use a check with `engine: spark`.',
    '||': '`||` is not part of checks; compare the columns one by one, or use a check with `engine: spark`.',
  };
  return (
    usual[text] ??
    `\`${text.slice(0, 40)}\` is not expected here; write an operator such as \`=\` or \`AND\` before it.`
  );
}

function parseOr(parser: ExpressionParser): Expression {
  return parseLogic(parser, 'or', () => parseLogic(parser, 'and', () => parseNot(parser)));
}

function parseLogic(parser: ExpressionParser, operator: 'and' | 'or', operand: () => Expression): Expression {
  const { reader } = parser;
  const first = operand();
  const operands = [first];
  while (reader.take(operator.toUpperCase())) operands.push(operand());
  if (operands.length === 1) return first;
  return { kind: 'logic', operator, operands, range: { start: first.range.start, end: reader.lastEnd() } };
}

function parseNot(parser: ExpressionParser): Expression {
  const { reader } = parser;
  const starts: number[] = [];
  while (reader.isNext('NOT') || reader.isNext('!')) {
    starts.push(reader.range().start);
    reader.advance();
  }
  let tree = parsePredicate(parser);
  if (starts.length > mostDepth) return tooLong(parser, { start: starts[0] ?? 0, end: tree.range.end });
  for (const start of starts.reverse())
    tree = { kind: 'not', operand: tree, range: { start, end: tree.range.end } };
  return tree;
}

const comparisons: Readonly<Record<string, ComparisonOperator>> = {
  '=': '=',
  '==': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '!>': '<=',
  '>': '>',
  '>=': '>=',
  '!<': '>=',
  '<=>': '<=>',
};

function parsePredicate(parser: ExpressionParser): Expression {
  const { reader } = parser;
  const left = parseSum(parser);
  const start = left.range.start;
  const operator = comparisons[reader.text()];
  if (operator !== undefined) {
    reader.advance();
    const right = parseSum(parser);
    return { kind: 'comparison', operator, left, right, range: { start, end: reader.lastEnd() } };
  }
  if (reader.take('IS')) return parseIsNull(parser, left);
  const isNegated =
    reader.isNext('NOT') && ['IN', 'BETWEEN', 'LIKE'].some((word) => reader.isAfterNext(word));
  if (isNegated) reader.advance();
  if (reader.take('IN')) return parseIn(parser, left, isNegated);
  if (reader.take('BETWEEN')) {
    const low = parseSum(parser);
    if (!reader.take('AND'))
      reader.problem('`AND` and the upper end are missing after `BETWEEN`; write `BETWEEN 1 AND 5`.');
    const high = parseSum(parser);
    return { kind: 'between', operand: left, low, high, isNegated, range: { start, end: reader.lastEnd() } };
  }
  if (reader.take('LIKE')) {
    const pattern = parseSum(parser);
    return { kind: 'like', operand: left, pattern, isNegated, range: { start, end: reader.lastEnd() } };
  }
  return left;
}

function parseIsNull(parser: ExpressionParser, operand: Expression): Expression {
  const { reader } = parser;
  const isNegated = reader.take('NOT');
  if (!reader.take('NULL')) reader.problem('`NULL` is missing after `IS`; write `IS NULL` or `IS NOT NULL`.');
  return { kind: 'isNull', operand, isNegated, range: { start: operand.range.start, end: reader.lastEnd() } };
}

function parseIn(parser: ExpressionParser, operand: Expression, isNegated: boolean): Expression {
  const { reader } = parser;
  const items: Expression[] = [];
  if (!reader.take('(')) reader.problem("The list after `IN` is missing; write `IN ('a', 'b')`.");
  else if (reader.isNext(')')) reader.problem('The list after `IN` is empty; write at least one value.');
  else
    do items.push(parser.expression());
    while (reader.take(','));
  if (!reader.take(')')) reader.problem('The list after `IN` is not closed; add `)`.');
  return {
    kind: 'in',
    operand,
    items,
    isNegated,
    range: { start: operand.range.start, end: reader.lastEnd() },
  };
}

function parseSum(parser: ExpressionParser): Expression {
  return parseChain(parser, ['+', '-'], () => parseChain(parser, ['*'], () => parseUnary(parser)));
}

function parseChain(
  { reader }: ExpressionParser,
  operators: readonly ArithmeticOperator[],
  operand: () => Expression,
): Expression {
  const first = operand();
  const rest: { operator: ArithmeticOperator; operand: Expression }[] = [];
  for (;;) {
    const operator = operators.find((one) => reader.isNext(one));
    if (operator === undefined) break;
    reader.advance();
    rest.push({ operator, operand: operand() });
  }
  if (rest.length === 0) return first;
  return { kind: 'arithmetic', first, rest, range: { start: first.range.start, end: reader.lastEnd() } };
}

function parseUnary(parser: ExpressionParser): Expression {
  const { reader } = parser;
  const signs: { readonly start: number; readonly isMinus: boolean }[] = [];
  while (reader.isNext('-') || reader.isNext('+')) {
    signs.push({ start: reader.range().start, isMinus: reader.isNext('-') });
    reader.advance();
  }
  let tree = parsePrimary(parser);
  if (signs.length > mostDepth) return tooLong(parser, { start: signs[0]?.start ?? 0, end: tree.range.end });
  for (const { start, isMinus } of signs.reverse()) {
    if (isMinus) tree = { kind: 'negate', operand: tree, range: { start, end: tree.range.end } };
  }
  return tree;
}
