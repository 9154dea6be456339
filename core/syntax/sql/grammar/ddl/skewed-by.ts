import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { expect } from '../../parser/expect.ts';
import { closeParenthesis, parseParenthesized, parseSeries } from '../../parser/lists.ts';
import { advance, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { Expression } from '../../tree/expression.ts';
import type { Clause } from '../../tree/table-clause.ts';
import { parseConstant } from '../expression/constant.ts';
import { parseIdentifierList } from '../names.ts';

/** `SKEWED BY (a, b) ON ((1, 2), (3, 4)) STORED AS DIRECTORIES`; `SKEWED` comes next. */
export function parseSkewedBy(parser: Parser): Clause {
  const first = parser.at;
  advance(parser);
  const columns = expect(parser, k.BY) ? parseIdentifierList(parser, 'the name of a column') : [];
  const values = expect(parser, k.ON) ? parseValues(parser) : [];
  const isStoredAsDirectories = isNext(parser, k.STORED, k.AS, k.DIRECTORIES);
  if (isStoredAsDirectories) parser.at += 3;
  return { kind: 'skewed-by', first, last: lastRead(parser), columns, values, isStoredAsDirectories };
}

/** All constants, or all rows of constants: the first one says which. */
function parseValues(parser: Parser): (Expression | readonly Expression[])[] {
  if (!expect(parser, s['('])) return [];
  const values = isNext(parser, s['(']) ? parseSeries(parser, parseRow) : parseSeries(parser, parseConstant);
  closeParenthesis(parser);
  return values;
}

function parseRow(parser: Parser): readonly Expression[] {
  return parseParenthesized(parser, parseConstant);
}
