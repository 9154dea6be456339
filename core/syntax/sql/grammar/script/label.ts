import { s } from '../../lexer/token-codes.ts';
import { advance, codeAt, lastRead, type Parser } from '../../parser/parser.ts';
import type { QualifiedName } from '../../tree/node.ts';
import { isName, parseIdentifier } from '../names.ts';

/** Whether `label:` comes next. */
export function isLabel(parser: Parser): boolean {
  let ahead = 0;
  while (isName(parser, ahead) && codeAt(parser, ahead + 1) === s['.']) ahead += 2;
  return isName(parser, ahead) && codeAt(parser, ahead + 1) === s[':'];
}

/** `label:`, which comes next. */
export function parseLabel(parser: Parser): QualifiedName {
  const label = parseLabelName(parser);
  advance(parser);
  return label;
}

/** `a` or `a.b`. Spark refuses the second by name. */
export function parseLabelName(parser: Parser): QualifiedName {
  const first = parser.at;
  const parts = [parseIdentifier(parser, 'a label')];
  while (codeAt(parser) === s['.']) {
    advance(parser);
    parts.push(parseIdentifier(parser, 'a label'));
  }
  return { kind: 'qualified-name', first, last: lastRead(parser), parts };
}

/** The label behind an `END`, when there is one. */
export function parseEndLabel(parser: Parser): QualifiedName | null {
  return isName(parser) ? parseLabelName(parser) : null;
}
