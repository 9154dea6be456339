import { k } from '../lexer/keywords.ts';
import { s } from '../lexer/token-codes.ts';
import { moveProblem } from '../parser/expect.ts';
import { codeAt, type Parser } from '../parser/parser.ts';
import type { NameReference, QualifiedName } from '../tree/node.ts';
import { parseMultipartName, parseNameReference } from './names.ts';

/**
 * A name that stands where it is settled which statement this is. There Spark ends the name before a dot (4.0) or before the
 * parenthesis of `IDENTIFIER(…)` when what follows is wrong, and tells that the dot or parenthesis cannot follow.
 */
export function parseSettledName(parser: Parser, what: string): NameReference {
  const { length } = parser.problems;
  const isCall = codeAt(parser) === k.IDENTIFIER && codeAt(parser, 1) === s['('];
  const first = parser.at;
  const name = parseNameReference(parser, what);
  if (isCall && name.expression !== null) moveProblem(parser, length, first + 1);
  else tellAtDot(parser, length, name.first);
  return name;
}

/** `a.b.c` where it is settled which statement this is. */
export function parseSettledColumn(parser: Parser, what: string): QualifiedName {
  const { length } = parser.problems;
  const name = parseMultipartName(parser, what);
  tellAtDot(parser, length, name.first);
  return name;
}

function tellAtDot(parser: Parser, count: number, first: number): void {
  const offset = parser.problems[count]?.offset;
  if (!parser.isFour || offset === undefined) return;
  let at = first;
  while (at < parser.end && (parser.starts[at] ?? 0) < offset) at += 1;
  if (parser.codes[at - 1] === s['.']) moveProblem(parser, count, at - 1);
}
