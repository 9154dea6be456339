import { k } from '../../lexer/keywords.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { parseSeries } from '../../parser/lists.ts';
import { closeForm, form, openForm } from '../../parser/open-forms.ts';
import { advance, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Organization } from '../../tree/query.ts';
import { parseSortItem } from '../expression/sort-item.ts';
import { parseWindowClause } from '../expression/window.ts';

/** `ORDER BY`, `CLUSTER BY`, `DISTRIBUTE BY`, `SORT BY`, `WINDOW`, `LIMIT`, `OFFSET`, in this order; null when there is none. */
export function parseOrganization(parser: Parser): Organization | null {
  const first = parser.at;
  const orderBy = parseBy(parser, k.ORDER, parseSortItem);
  const clusterBy = parseBy(parser, k.CLUSTER, parser.rules.expression);
  const distributeBy = parseBy(parser, k.DISTRIBUTE, parser.rules.expression);
  const sortBy = parseBy(parser, k.SORT, parseSortItem);
  const windows = parseWord(parser, k.WINDOW, parseWindowClause) ?? [];
  const limit = parseWord(parser, k.LIMIT, parseLimit);
  const offset = parseWord(parser, k.OFFSET, parseOffset);
  if (parser.at === first) return null;
  return { first, last: lastRead(parser), orderBy, clusterBy, distributeBy, sortBy, windows, limit, offset };
}

/** `ORDER BY a, b` and its like; no item when its word does not come next. */
function parseBy<Item>(parser: Parser, word: number, parseItem: (parser: Parser) => Item): Item[] {
  if (!isNext(parser, word, k.BY) || !isUsual(parser, choice.clause)) return [];
  const first = parser.at;
  parser.at += 2;
  openForm(parser, form.order, first);
  const items = parseSeries(parser, parseItem);
  closeForm(parser);
  return items;
}

/** A clause that begins with this word, when it comes next. */
function parseWord<Clause>(parser: Parser, word: number, parse: (parser: Parser) => Clause): Clause | null {
  if (!isNext(parser, word) || !isUsual(parser, choice.clause)) return null;
  openForm(parser, form.order, parser.at);
  const clause = parse(parser);
  closeForm(parser);
  return clause;
}

function parseLimit(parser: Parser): Organization['limit'] {
  advance(parser);
  return take(parser, k.ALL) ? 'all' : parser.rules.expression(parser);
}

function parseOffset(parser: Parser): Organization['offset'] {
  advance(parser);
  return parser.rules.expression(parser);
}
