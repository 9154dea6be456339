import { lastRead, type Parser } from '../../parser/parser.ts';
import type { Statement } from '../../tree/statement.ts';

/** A query that stands alone. */
export function parseQueryStatement(parser: Parser): Statement {
  const first = parser.at;
  const query = parser.rules.query(parser);
  return { kind: 'query', first, last: lastRead(parser), query };
}
