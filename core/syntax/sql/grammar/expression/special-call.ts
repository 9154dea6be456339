import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { closerOf, holdsWord } from '../../parser/brackets.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect } from '../../parser/expect.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { closeForm, form, openForm } from '../../parser/open-forms.ts';
import { advance, codeAt, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { Argument, Expression } from '../../tree/expression.ts';
import type { Identifier } from '../../tree/node.ts';
import { isName, parseIdentifier } from '../names.ts';
import { finishCall, parseArgument } from './call.ts';
import { parseRowItem } from './group.ts';
import { isQueryInParentheses } from './parentheses.ts';

/**
 * A call in a form of its own; the word and its `(` come next. Each such word is the name of a plain function as well, so null says
 * that what follows is a plain call.
 */
export function parseSpecialCall(parser: Parser, code: number): Expression | null {
  switch (code) {
    case k.CAST:
    case k.TRY_CAST:
      return parseCast(parser);
    case k.EXISTS:
      return parseExists(parser);
    case k.STRUCT:
      return parseStruct(parser);
    case k.EXTRACT:
      return isName(parser, 2) && codeAt(parser, 3) === k.FROM ? parseExtract(parser) : null;
    case k.TRIM:
      return parseTrim(parser);
    case k.POSITION:
      return parseWithWords(parser, [k.IN]);
    case k.SUBSTRING:
    case k.SUBSTR:
      return parseWithWords(parser, [k.FROM, k.FOR], [k.FOR]);
    case k.OVERLAY:
      return parseWithWords(parser, [k.PLACING, k.FROM, k.FOR], [k.FOR]);
    case k.IDENTIFIER:
      return parseNamedByText(parser);
    default:
      return null;
  }
}

/** The word and the `(` behind it. */
function open(parser: Parser): Identifier {
  const name = parseIdentifier(parser);
  advance(parser);
  return name;
}

function parseCast(parser: Parser): Expression | null {
  const first = parser.at;
  if (!isUsual(parser, choice.form)) return null;
  const isTry = codeAt(parser) === k.TRY_CAST;
  open(parser);
  openForm(parser, form.call, first);
  const operand = parser.rules.expression(parser);
  expect(parser, k.AS);
  const type = parser.rules.dataType(parser);
  closeParenthesis(parser);
  closeForm(parser);
  return { kind: 'cast', first, last: lastRead(parser), isTry, operand, type };
}

function parseExists(parser: Parser): Expression | null {
  const first = parser.at;
  parser.at += 1;
  if (!isQueryInParentheses(parser)) {
    parser.at = first;
    return null;
  }
  advance(parser);
  openForm(parser, form.exists, first);
  const query = parser.rules.query(parser);
  closeParenthesis(parser);
  closeForm(parser);
  return { kind: 'exists', first, last: lastRead(parser), query };
}

function parseStruct(parser: Parser): Expression | null {
  const first = parser.at;
  if (codeAt(parser, 2) === s[')'] || !isUsual(parser, choice.form)) return null;
  const name = [open(parser)];
  const given = parseSeries(parser, (inner) =>
    isName(inner) && codeAt(inner, 1) === s['=>'] ? parseArgument(inner) : parseRowItem(inner),
  );
  closeParenthesis(parser);
  return finishCall(parser, { first, name, arguments: given });
}

function parseExtract(parser: Parser): Expression {
  const first = parser.at;
  const name = [open(parser)];
  const at = parser.at;
  const field = parseIdentifier(parser);
  const words = [parser.at];
  advance(parser);
  const source = parser.rules.valueExpression(parser);
  const argument: Argument = {
    first: at,
    last: at,
    name: null,
    value: { kind: 'name', first: at, last: at, parts: [field] },
  };
  const given = [argument, plain(source)];
  closeParenthesis(parser);
  return finishCall(parser, { first, name, words, arguments: given });
}

function plain(value: Expression): Argument {
  return { first: value.first, last: value.last, name: null, value };
}

/** `TRIM(BOTH 'x' FROM y)`, `TRIM(FROM y)`, or the plain `trim(y)`. */
function parseTrim(parser: Parser): Expression | null {
  const first = parser.at;
  const side = codeAt(parser, 2);
  const next = codeAt(parser, 3);
  const isSide =
    (side === k.BOTH || side === k.LEADING || side === k.TRAILING) &&
    next !== s[')'] &&
    next !== s[','] &&
    next !== s['.'];
  if (!isSide && !holdsWord(parser, first + 1, k.FROM)) return null;
  if (!isUsual(parser, choice.form)) return null;
  const name = [open(parser)];
  const words: number[] = [];
  if (isSide) {
    words.push(parser.at);
    advance(parser);
  }
  const given: Argument[] = [];
  if (!isNext(parser, k.FROM)) given.push(plain(parser.rules.valueExpression(parser)));
  words.push(parser.at);
  if (expect(parser, k.FROM)) given.push(plain(parser.rules.valueExpression(parser)));
  else words.pop();
  closeParenthesis(parser);
  return finishCall(parser, { first, name, words, arguments: given });
}

/** Values with words between, such as `POSITION('a' IN b)`; null for a plain call. `optional` words may be left out. */
function parseWithWords(
  parser: Parser,
  order: readonly number[],
  optional: readonly number[] = [],
): Expression | null {
  const first = parser.at;
  if (codeAt(parser, 2) === s[')']) return null;
  if (!holdsWord(parser, first + 1, order[0] ?? 0) || !isUsual(parser, choice.form)) return null;
  const name = [open(parser)];
  const given = [plain(parser.rules.valueExpression(parser))];
  const words: number[] = [];
  for (const word of order) {
    if (optional.includes(word) && !isNext(parser, word)) break;
    if (!expect(parser, word)) break;
    words.push(parser.at - 1);
    given.push(plain(parser.rules.valueExpression(parser)));
  }
  closeParenthesis(parser);
  return finishCall(parser, { first, name, words, arguments: given });
}

/** `IDENTIFIER('f')(x)`; `IDENTIFIER('c')` alone reads as a plain call. */
function parseNamedByText(parser: Parser): Expression | null {
  const first = parser.at;
  if (parser.codes[closerOf(parser, first + 1) + 1] !== s['(']) return null;
  const name = [open(parser)];
  const inner = parser.rules.expression(parser);
  closeParenthesis(parser);
  if (!expect(parser, s['('])) return finishCall(parser, { first, name, arguments: [plain(inner)] });
  const given = isNext(parser, s[')']) ? [] : parseSeries(parser, parseArgument);
  closeParenthesis(parser);
  return finishCall(parser, { first, name, arguments: [plain(inner), ...given] });
}
