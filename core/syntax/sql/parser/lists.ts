import { s, t } from '../lexer/token-codes.ts';
import { expect } from './expect.ts';
import { type Parser, take } from './parser.ts';

/** One or more of a thing with commas between. */
export function parseSeries<Item>(parser: Parser, parseItem: (parser: Parser) => Item): Item[] {
  const items: Item[] = [];
  do {
    const before = parser.at;
    items.push(parseItem(parser));
    if (parser.at === before && parser.codes[parser.at] !== s[',']) break;
  } while (take(parser, s[',']));
  return items;
}

/** `(a, b, …)`, at least one. */
export function parseParenthesized<Item>(parser: Parser, parseItem: (parser: Parser) => Item): Item[] {
  if (!expect(parser, s['('])) return [];
  const items = parseSeries(parser, parseItem);
  closeParenthesis(parser);
  return items;
}

/** `)`; where something else stands, what is there up to the `)` of this level is passed over. */
export function closeParenthesis(parser: Parser): boolean {
  if (expect(parser, s[')'])) return true;
  let depth = 0;
  for (let at = parser.at; at < parser.end; at += 1) {
    const code = parser.codes[at];
    if (code === s[';'] || code === t.unclosed) return false;
    if (code === s['(']) depth += 1;
    if (code === s[')']) {
      if (depth === 0) {
        parser.at = at + 1;
        return true;
      }
      depth -= 1;
    }
  }
  return false;
}
