import { parseSeries } from '../../parser/lists.ts';
import { advance, lastRead, type Parser } from '../../parser/parser.ts';
import type { QueryTerm } from '../../tree/query.ts';
import { parseTableAlias } from './relation-parts.ts';

/** `VALUES (1, 'a'), (2, 'b') AS t(x, y)`; `VALUES` comes next. */
export function parseValues(parser: Parser): QueryTerm {
  const first = parser.at;
  advance(parser);
  const rows = parseSeries(parser, parser.rules.expression);
  const alias = parseTableAlias(parser);
  return {
    kind: 'values',
    first,
    last: lastRead(parser),
    rows,
    alias: alias?.name ?? null,
    columns: alias?.columns ?? [],
  };
}
