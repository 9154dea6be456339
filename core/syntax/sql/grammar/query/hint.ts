import { s } from '../../lexer/token-codes.ts';
import { expect, problemHere } from '../../parser/expect.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { advance, isEnd, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Hint, HintStatement } from '../../tree/query.ts';
import { isName, parseIdentifier } from '../names.ts';

/** `/*+ BROADCAST(a), COALESCE(3) *` + `/`; its sign comes next. */
export function parseHint(parser: Parser): Hint {
  const first = parser.at;
  advance(parser);
  const statements: HintStatement[] = [];
  if (!isName(parser)) problemHere(parser, 'the name of a hint');
  while (isName(parser)) {
    statements.push(parseHintStatement(parser));
    take(parser, s[',']);
  }
  if (!expect(parser, s['*/'])) {
    while (!isEnd(parser) && !isNext(parser, s['*/'])) advance(parser);
    take(parser, s['*/']);
  }
  return { first, last: lastRead(parser), statements };
}

function parseHintStatement(parser: Parser): HintStatement {
  const first = parser.at;
  const name = parseIdentifier(parser);
  if (!take(parser, s['('])) return { first, last: lastRead(parser), name, parameters: [] };
  const parameters = parseSeries(parser, parser.rules.primary);
  closeParenthesis(parser);
  return { first, last: lastRead(parser), name, parameters };
}
