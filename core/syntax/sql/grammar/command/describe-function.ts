import { k } from '../../lexer/keywords.ts';
import { isStringCode, s } from '../../lexer/token-codes.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Describe } from '../../tree/command.ts';
import { isName, parseNameReference } from '../names.ts';

const operators = new Set([
  ...[s['='], s['<>'], s['!='], s['<'], s['<='], s['>'], s['>='], s['<=>']],
  ...[s['+'], s['-'], s['*'], s['/'], s['%'], s['~'], s['&'], s['|'], s['||'], s['^'], s['!']],
  ...[k.DIV, k.OR, k.AND, k.IN, k.NOT],
]);
const shifts = new Set([s['<<'], s['>>'], s['>>>']]);

/** Whether a token is an operator that can be described as a function. */
export function isDescribedOperator(parser: Parser, code: number): boolean {
  return operators.has(code) || (parser.isFour && shifts.has(code));
}

/** `FUNCTION EXTENDED f`, `FUNCTION '+'`, `FUNCTION +`; `FUNCTION` comes next. */
export function parseDescribeFunction(parser: Parser, first: number): Describe {
  advance(parser);
  const isFollowed =
    isName(parser, 1) || isStringCode(codeAt(parser, 1)) || isDescribedOperator(parser, codeAt(parser, 1));
  const isExtended = isNext(parser, k.EXTENDED) && isFollowed && take(parser, k.EXTENDED);
  const at = parser.at;
  if (isDescribedOperator(parser, codeAt(parser)) || isStringCode(codeAt(parser))) {
    advance(parser);
    const operator = { first: at, last: at };
    return { kind: 'describe-function', first, last: at, isExtended, name: null, operator };
  }
  const name = parseNameReference(parser, 'the name of a function');
  return { kind: 'describe-function', first, last: lastRead(parser), isExtended, name, operator: null };
}
