import { k } from '../../lexer/keywords.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { parseSeries } from '../../parser/lists.ts';
import { advance, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Organization } from '../../tree/query.ts';
import { parseSortItem } from '../expression/sort-item.ts';
import { parseWindowClause } from '../expression/window.ts';

/** `ORDER BY`, `CLUSTER BY`, `DISTRIBUTE BY`, `SORT BY`, `WINDOW`, `LIMIT`, `OFFSET`, in this order; null when there is none. */
export function parseOrganization(parser: Parser): Organization | null {
  const first = parser.at;
  const isBy = (word: number) => isNext(parser, word, k.BY) && isUsual(parser, choice.clause);
  const list = (word: number) => {
    if (!isBy(word)) return [];
    parser.at += 2;
    return parseSeries(parser, parser.rules.expression);
  };
  const sorted = (word: number) => {
    if (!isBy(word)) return [];
    parser.at += 2;
    return parseSeries(parser, parseSortItem);
  };
  const orderBy = sorted(k.ORDER);
  const clusterBy = list(k.CLUSTER);
  const distributeBy = list(k.DISTRIBUTE);
  const sortBy = sorted(k.SORT);
  const isWindow = isNext(parser, k.WINDOW) && isUsual(parser, choice.clause);
  const windows = isWindow ? parseWindowClause(parser) : [];
  let limit: Organization['limit'] = null;
  if (isNext(parser, k.LIMIT) && isUsual(parser, choice.clause)) {
    advance(parser);
    limit = take(parser, k.ALL) ? 'all' : parser.rules.expression(parser);
  }
  let offset: Organization['offset'] = null;
  if (isNext(parser, k.OFFSET) && isUsual(parser, choice.clause)) {
    advance(parser);
    offset = parser.rules.expression(parser);
  }
  if (parser.at === first) return null;
  return { first, last: lastRead(parser), orderBy, clusterBy, distributeBy, sortBy, windows, limit, offset };
}
