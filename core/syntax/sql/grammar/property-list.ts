import { k } from '../lexer/keywords.ts';
import { isStringCode, s, t } from '../lexer/token-codes.ts';
import { problemHere } from '../parser/expect.ts';
import { parseParenthesized } from '../parser/lists.ts';
import { advance, codeAt, lastRead, type Parser, take } from '../parser/parser.ts';
import type { Node } from '../tree/node.ts';
import type { Property } from '../tree/property.ts';
import { isName, parseMultipartName, parseQualifiedName } from './names.ts';

/** `('a.b' = 'c', d.e 1)`. */
export function parsePropertyList(parser: Parser): Property[] {
  return parseParenthesized(parser, (inner) => parseProperty(inner, parsePropertyValue));
}

/** The same with expressions as values, as in the `OPTIONS` of a table. */
export function parseExpressionPropertyList(parser: Parser): Property[] {
  return parseParenthesized(parser, (inner) => parseProperty(inner, inner.rules.expression));
}

function parseProperty(parser: Parser, parseValue: (parser: Parser) => Node): Property {
  const first = parser.at;
  const key = parsePropertyKey(parser);
  const isEquals = take(parser, s['=']);
  const next = codeAt(parser);
  const hasValue = isEquals || (next !== s[','] && next !== s[')'] && next !== t.end);
  const value = hasValue ? parseValue(parser) : null;
  return { first, last: lastRead(parser), key, value };
}

/** `a.b.c` or a string. */
export function parsePropertyKey(parser: Parser): Node {
  const first = parser.at;
  if (isStringCode(codeAt(parser))) advance(parser);
  else if (isName(parser)) (parser.isFour ? parseMultipartName : parseQualifiedName)(parser);
  else problemHere(parser, 'the name of a property');
  return { first, last: lastRead(parser) };
}

function parsePropertyValue(parser: Parser): Node {
  const first = parser.at;
  const code = codeAt(parser);
  const isValue =
    isStringCode(code) || code === t.integer || code === t.decimal || code === k.TRUE || code === k.FALSE;
  if (isValue) advance(parser);
  else problemHere(parser, 'a string, a number or `TRUE`');
  return { first, last: lastRead(parser) };
}
