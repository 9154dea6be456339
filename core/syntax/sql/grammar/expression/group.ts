import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { closerOf } from '../../parser/brackets.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { problemHere } from '../../parser/expect.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { raise } from '../../parser/nesting.ts';
import { closeForm, form, openForm } from '../../parser/open-forms.ts';
import { advance, firstHere, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Argument, Expression } from '../../tree/expression.ts';
import { parseAlias, parseIdentifier, parseIdentifierList } from '../names.ts';
import { isQueryInParentheses } from './parentheses.ts';

/** What begins with `(`: a query, the parameters of a lambda, a row, or an expression. */
export function parseGroup(parser: Parser): Expression {
  const first = parser.at;
  if (isQueryInParentheses(parser)) {
    advance(parser);
    const query = parser.rules.query(parser);
    closeParenthesis(parser);
    return { kind: 'subquery', first, last: lastRead(parser), query };
  }
  if (isLambda(parser)) return parseLambda(parser);
  // A run of `(` is read by a loop from the inside to the outside: what an inner one holds begins what the outer one holds.
  do advance(parser);
  while (isNext(parser, s['(']) && !isLambda(parser) && !isQueryInParentheses(parser));
  const { height } = parser;
  let opener = parser.at - 1;
  if (!raise(parser, opener - first)) return { kind: 'missing', first: parser.at, last: lastRead(parser) };
  openForm(parser, form.group, first);
  let tree = finishGroup(parser, opener);
  for (opener -= 1; opener >= first; opener -= 1) {
    parser.head = tree;
    tree = finishGroup(parser, opener);
  }
  closeForm(parser);
  parser.height = height;
  return tree;
}

function isLambda(parser: Parser): boolean {
  return parser.codes[closerOf(parser, parser.at) + 1] === s['->'];
}

/** What stands in the parentheses whose `(` is read. */
function finishGroup(parser: Parser, first: number): Expression {
  const item = parseRowItem(parser);
  if (item.name === null && parser.codes[parser.at] !== s[',']) {
    closeParenthesis(parser);
    return { kind: 'parenthesis', first, last: lastRead(parser), inner: item.value as Expression };
  }
  const items = [item];
  // A name is for the items of a row, and one in parentheses is none.
  if (!isNext(parser, s[','])) problemHere(parser, '`,` and another value');
  while (take(parser, s[','])) items.push(parseRowItem(parser));
  closeParenthesis(parser);
  return { kind: 'row', first, last: lastRead(parser), items };
}

function parseLambda(parser: Parser): Expression {
  const first = parser.at;
  advance(parser);
  const parameters = parseSeries(parser, (inner) => parseIdentifier(inner, 'the name of a parameter'));
  closeParenthesis(parser);
  if (parameters.length === 1)
    problemHere(parser, 'an operator: one parameter of a lambda stands without parentheses, but `->`');
  if (!take(parser, s['->'])) return { kind: 'missing', first, last: lastRead(parser) };
  const body = parser.rules.expression(parser);
  return { kind: 'lambda', first, last: lastRead(parser), parameters, body };
}

/** `value` or `value AS name`. */
export function parseRowItem(parser: Parser): Argument {
  const first = firstHere(parser);
  const value = parser.rules.expression(parser);
  if (isNext(parser, k.AS, s['(']) && isUsual(parser, choice.other)) {
    // Several names of one value: `struct(f(x) AS (a, b))`.
    advance(parser);
    parseIdentifierList(parser, 'an alias');
    return { first, last: lastRead(parser), name: null, value };
  }
  const name = parseAlias(parser);
  return { first, last: lastRead(parser), name, value };
}
