import { lastRead, type Parser } from '../../parser/parser.ts';
import type { Statement } from '../../tree/statement.ts';

/** Passes over a statement of a kind that is not read yet. */
export function parseOpaque(parser: Parser): Statement {
  const first = parser.at;
  parser.at = parser.end;
  return { kind: 'opaque', first, last: lastRead(parser) };
}
