import { k } from '../../lexer/keywords.ts';
import { expectOneOf } from '../../parser/expect.ts';
import { isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { SortItem } from '../../tree/query.ts';

/** `expression ASC NULLS LAST`. */
export function parseSortItem(parser: Parser): SortItem {
  const first = parser.at;
  const expression = parser.rules.expression(parser);
  const direction = take(parser, k.ASC) ? 'asc' : take(parser, k.DESC) ? 'desc' : null;
  let nulls: SortItem['nulls'] = null;
  if (isNext(parser, k.NULLS)) {
    parser.at += 1;
    nulls = expectOneOf(parser, k.FIRST, k.LAST) === k.LAST ? 'last' : 'first';
  }
  return { first, last: lastRead(parser), expression, direction, nulls };
}
