import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { problemHere } from '../../parser/expect.ts';
import { raise } from '../../parser/nesting.ts';
import { advance, codeAt, firstHere, lastRead, type Parser } from '../../parser/parser.ts';
import type { Expression } from '../../tree/expression.ts';

const comparison = 1;

/** How tight an operator binds; 0 for what is none. */
function precedenceOf(code: number): number {
  switch (code) {
    case s['*']:
    case s['/']:
    case s['%']:
    case k.DIV:
      return 7;
    case s['+']:
    case s['-']:
    case s['||']:
      return 6;
    case s['<<']:
    case s['>>']:
    case s['>>>']:
      return 5;
    case s['&']:
      return 4;
    case s['^']:
      return 3;
    case s['|']:
      return 2;
    case s['=']:
    case s['<>']:
    case s['!=']:
    case s['<']:
    case s['<=']:
    case s['>']:
    case s['>=']:
    case s['<=>']:
      return comparison;
    default:
      return 0;
  }
}

/** Arithmetic, bits and comparisons: all but predicates of words and logic. */
export function parseValueExpression(parser: Parser): Expression {
  return parseOperators(parser, comparison);
}

/** Operators of at least this precedence; those of the same one make one flat chain. */
function parseOperators(parser: Parser, least: number): Expression {
  const first = firstHere(parser);
  let left = parseUnary(parser);
  for (;;) {
    const precedence = nextPrecedence(parser);
    if (!parser.isFour && isOfFour(codeAt(parser))) problemHere(parser, 'a value', { within: 1 });
    if (precedence === 0 || precedence < least) return left;
    const operands = [left];
    const operators: number[] = [];
    do {
      operators.push(parser.at);
      advance(parser);
      operands.push(precedence === 7 ? parseUnary(parser) : parseOperators(parser, precedence + 1));
    } while (nextPrecedence(parser) === precedence);
    left = { kind: 'chain', first, last: lastRead(parser), operands, operators };
  }
}

/** Operators that are two for Spark 3.5: `<` and another `<`, which nothing follows. */
function isOfFour(code: number): boolean {
  return code === s['<<'] || code === s['>>'] || code === s['>>>'] || code === s['|>'];
}

function nextPrecedence(parser: Parser): number {
  const code = codeAt(parser);
  if (code === k.DIV && !isUsual(parser, choice.operator)) return 0;
  return precedenceOf(code);
}

function parseUnary(parser: Parser): Expression {
  if (parser.head !== null) return parser.rules.primary(parser);
  const from = parser.at;
  for (
    let code = codeAt(parser);
    code === s['-'] || code === s['+'] || code === s['~'];
    code = codeAt(parser)
  ) {
    advance(parser);
  }
  const until = parser.at;
  if (until === from) return parser.rules.primary(parser);
  if (!raise(parser, until - from)) return { kind: 'missing', first: parser.at, last: lastRead(parser) };
  let tree = parser.rules.primary(parser);
  raise(parser, from - until);
  for (let operator = until - 1; operator >= from; operator -= 1) {
    tree = { kind: 'unary', first: operator, last: lastRead(parser), operator, operand: tree };
  }
  return tree;
}
