import { k } from '../../lexer/keywords.ts';
import { isStringCode, s, t } from '../../lexer/token-codes.ts';
import { problemHere } from '../../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { Expression } from '../../tree/expression.ts';
import { isName, parseIdentifier } from '../names.ts';
import { isInterval, parseInterval } from './interval.ts';

function isNumber(code: number): boolean {
  return code === t.integer || code === t.decimal || code === t.number;
}

/** A constant where no other expression can stand: `1`, `-1`, `'a'`, `NULL`, `DATE '2026-01-31'`, `INTERVAL 1 DAY`, `:name`. */
export function parseConstant(parser: Parser): Expression {
  const first = parser.at;
  const code = codeAt(parser);
  if (isStringCode(code)) {
    while (isStringCode(codeAt(parser))) advance(parser);
    return { kind: 'literal', first, last: lastRead(parser), type: 'string' };
  }
  if (isNumber(code)) {
    advance(parser);
    return { kind: 'literal', first, last: first, type: 'number' };
  }
  if (code === s['-']) return parseNegative(parser);
  if (code === s['?']) {
    advance(parser);
    return { kind: 'parameter', first, last: first, name: null };
  }
  if (code === s[':']) {
    advance(parser);
    const name = parseIdentifier(parser, 'the name of a parameter');
    return { kind: 'parameter', first, last: lastRead(parser), name };
  }
  return isName(parser) ? parseWord(parser) : missing(parser);
}

function missing(parser: Parser): Expression {
  problemHere(parser, 'a constant');
  return { kind: 'missing', first: parser.at, last: lastRead(parser) };
}

function parseNegative(parser: Parser): Expression {
  const operator = parser.at;
  advance(parser);
  if (!isNumber(codeAt(parser))) {
    problemHere(parser, 'a number');
    return { kind: 'missing', first: parser.at, last: lastRead(parser) };
  }
  const operand = parseConstant(parser);
  return { kind: 'unary', first: operator, last: lastRead(parser), operator, operand };
}

/** A literal word, an interval, or a type and a string. */
function parseWord(parser: Parser): Expression {
  const first = parser.at;
  const isTyped = isStringCode(codeAt(parser, 1));
  if (isNext(parser, k.INTERVAL) && isInterval(parser)) return parseInterval(parser);
  if (!isTyped && (isNext(parser, k.NULL) || isNext(parser, k.TRUE) || isNext(parser, k.FALSE))) {
    const type = isNext(parser, k.NULL) ? 'null' : 'boolean';
    advance(parser);
    return { kind: 'literal', first, last: first, type };
  }
  const type = parseIdentifier(parser);
  if (!isTyped) {
    problemHere(parser, 'a string');
    return { kind: 'missing', first: parser.at, last: lastRead(parser) };
  }
  advance(parser);
  return { kind: 'typed-literal', first, last: lastRead(parser), type };
}
