import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { raise } from '../../parser/nesting.ts';
import { form } from '../../parser/open-forms.ts';
import { advance, firstHere, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { Expression } from '../../tree/expression.ts';
import { parseLeaf } from './leaf.ts';
import { parsePredicate } from './predicate.ts';

/** An expression of any kind: predicates with `NOT`, `AND` and `OR`. */
export function parseExpression(parser: Parser): Expression {
  if (parser.head === null) {
    const leaf = parseLeaf(parser);
    if (leaf !== null) return leaf;
  }
  return parseLogic(parser, k.OR);
}

/** A chain of `OR`, or of `AND` within it, kept flat. */
function parseLogic(parser: Parser, operator: number): Expression {
  const first = firstHere(parser);
  const head = operator === k.OR ? parseLogic(parser, k.AND) : parseNot(parser);
  if (!isNext(parser, operator) || !isUsual(parser, choice.operator)) return head;
  const operands = [head];
  const operators: number[] = [];
  do {
    operators.push(parser.at);
    if (parser.failure === null && parser.open.every((key) => key % 8 !== form.group))
      parser.lastLogic = parser.at;
    advance(parser);
    operands.push(operator === k.OR ? parseLogic(parser, k.AND) : parseNot(parser));
  } while (isNext(parser, operator) && isUsual(parser, choice.operator));
  return { kind: 'chain', first, last: lastRead(parser), operands, operators };
}

function parseNot(parser: Parser): Expression {
  const from = parser.at;
  if (parser.head !== null) return parsePredicate(parser);
  while ((isNext(parser, k.NOT) && isOperator(parser)) || isNext(parser, s['!'])) advance(parser);
  const until = parser.at;
  if (until === from) return parsePredicate(parser);
  if (!raise(parser, until - from)) return { kind: 'missing', first: parser.at, last: lastRead(parser) };
  let tree = parsePredicate(parser);
  raise(parser, from - until);
  for (let operator = until - 1; operator >= from; operator -= 1) {
    tree = { kind: 'unary', first: operator, last: lastRead(parser), operator, operand: tree };
  }
  return tree;
}

/** `NOT` may be a column of that name too. */
function isOperator(parser: Parser): boolean {
  return parser.isReserving || isUsual(parser, choice.form);
}
