import { k } from '../../lexer/keywords.ts';
import { isStringCode, s } from '../../lexer/token-codes.ts';
import { expect, problemHere } from '../../parser/expect.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Expression } from '../../tree/expression.ts';
import type { Identifier } from '../../tree/node.ts';
import type { Transform } from '../../tree/query.ts';
import { isName, parseStrictName } from '../names.ts';
import { isRowFormat, parseRowFormat } from '../row-format.ts';

/** `SELECT TRANSFORM(a, b) USING 'script' AS (c, d)`, `MAP a USING …` or `REDUCE a USING …`. */
export function parseTransform(parser: Parser): Transform {
  const first = parser.at;
  const given = parseInput(parser);
  if (isRowFormat(parser)) parseRowFormat(parser);
  if (take(parser, k.RECORDWRITER)) parseString(parser, 'the class of the writer as a string');
  expect(parser, k.USING);
  const script = parseString(parser, 'the script as a string');
  const columns = take(parser, k.AS) ? parseOutput(parser) : [];
  if (isRowFormat(parser)) parseRowFormat(parser);
  if (take(parser, k.RECORDREADER)) parseString(parser, 'the class of the reader as a string');
  return { first, last: lastRead(parser), arguments: given, script, columns };
}

function parseInput(parser: Parser): Expression[] {
  const isSelect = take(parser, k.SELECT);
  advance(parser);
  if (isSelect) advance(parser);
  if (!take(parser, k.DISTINCT)) take(parser, k.ALL);
  const given = parseSeries(parser, parser.rules.expression);
  if (isSelect) closeParenthesis(parser);
  return given;
}

function parseString(parser: Parser, what: string): number | null {
  const at = parser.at;
  if (isStringCode(codeAt(parser))) advance(parser);
  else problemHere(parser, what);
  return parser.at > at ? at : null;
}

/** `a, b`, `a INT, b STRING`, or either in parentheses. */
function parseOutput(parser: Parser): Identifier[] {
  const isOpen = take(parser, s['(']);
  const columns = parseSeries(parser, (inner) => {
    const name = parseStrictName(inner, 'the name of a column');
    if (isName(inner) && !isRowFormat(inner) && !isNext(inner, k.FROM) && !isNext(inner, k.RECORDREADER)) {
      inner.rules.dataType(inner);
    }
    return name;
  });
  if (isOpen) closeParenthesis(parser);
  return columns;
}
