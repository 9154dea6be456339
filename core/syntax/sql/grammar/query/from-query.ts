import { k } from '../../lexer/keywords.ts';
import { codeAt, lastRead, type Parser } from '../../parser/parser.ts';
import type { Query } from '../../tree/query.ts';
import { parseOrganization } from './organization.ts';
import { parseFromBody } from './select.ts';

/** Whether a `SELECT`, `MAP` or `REDUCE` comes next. */
export function isFromBody(parser: Parser): boolean {
  const code = codeAt(parser);
  return code === k.SELECT || code === k.MAP || code === k.REDUCE;
}

/** One of the `SELECT …` that read a `FROM` which stands before them. */
export function parseFromQuery(parser: Parser): Query {
  const first = parser.at;
  const body = isFromBody(parser)
    ? parseFromBody(parser)
    : ({ kind: 'missing', first, last: lastRead(parser) } as const);
  const organization = parseOrganization(parser);
  return { kind: 'query', first, last: lastRead(parser), with: null, body, organization, pipes: [] };
}
