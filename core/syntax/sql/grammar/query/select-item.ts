import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { advance, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { SelectItem } from '../../tree/query.ts';
import { parseAlias, parseIdentifierList } from '../names.ts';

/** `expression`, `expression AS name`, `expression AS (a, b)`. */
export function parseSelectItem(parser: Parser): SelectItem {
  const first = parser.at;
  const expression = parser.rules.expression(parser);
  if (isNext(parser, s['(']) || (isNext(parser, k.AS, s['(']) && isUsual(parser, choice.other))) {
    if (isNext(parser, k.AS)) advance(parser);
    const aliases = parseIdentifierList(parser, 'an alias');
    return { first, last: lastRead(parser), expression, alias: null, aliases };
  }
  const alias = parseAlias(parser);
  return { first, last: lastRead(parser), expression, alias, aliases: [] };
}
