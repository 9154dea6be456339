import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect } from '../../parser/expect.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Call } from '../../tree/expression.ts';
import type { Identifier } from '../../tree/node.ts';
import type { LateralView } from '../../tree/query.ts';
import { parseArgument } from '../expression/call.ts';
import { isTableAlias, parseIdentifier, parseQualifiedName } from '../names.ts';

/** All of `LATERAL VIEW explode(x) t AS c` that come next. */
export function parseLateralViews(parser: Parser): LateralView[] {
  const views: LateralView[] = [];
  while (isNext(parser, k.LATERAL, k.VIEW)) views.push(parseLateralView(parser));
  return views;
}

function parseLateralView(parser: Parser): LateralView {
  const first = parser.at;
  parser.at += 2;
  const next = codeAt(parser, 1);
  const isOuter = isNext(parser, k.OUTER) && next !== s['('] && next !== s['.'];
  if (isOuter) parser.at += 1;
  const call = parseGenerator(parser);
  const name = parseIdentifier(parser, 'an alias for the table');
  const columns: Identifier[] = [];
  if (take(parser, k.AS) || isTableAlias(parser)) {
    columns.push(parseIdentifier(parser, 'the name of a column'));
    while (isNext(parser, s[',']) && isUsual(parser, choice.other)) {
      parser.at += 1;
      columns.push(parseIdentifier(parser, 'the name of a column'));
    }
  }
  return { first, last: lastRead(parser), isOuter, call, name, columns };
}

function parseGenerator(parser: Parser): Call {
  const first = parser.at;
  const name = parseQualifiedName(parser, 'a function such as `explode`').parts;
  expect(parser, s['(']);
  const given = isNext(parser, s[')']) ? [] : parseSeries(parser, parseArgument);
  closeParenthesis(parser);
  return {
    kind: 'call',
    first,
    last: lastRead(parser),
    name,
    words: [],
    quantifier: null,
    arguments: given,
    withinGroup: [],
    filter: null,
    nulls: null,
    over: null,
  };
}
