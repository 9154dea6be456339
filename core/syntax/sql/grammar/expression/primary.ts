import { k } from '../../lexer/keywords.ts';
import { isStringCode, isWordCode, s, t } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect, problemHere } from '../../parser/expect.ts';
import { closeParenthesis } from '../../parser/lists.ts';
import { enterNesting, leaveNesting, raise } from '../../parser/nesting.ts';
import { advance, codeAt, firstHere, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Expression } from '../../tree/expression.ts';
import { isName, parseIdentifier, parseMultipartName, parseQualifiedName } from '../names.ts';
import { parseCall } from './call.ts';
import { parseCase } from './case.ts';
import { parseGroup } from './group.ts';
import { isInterval, parseInterval } from './interval.ts';
import { parseSpecialCall } from './special-call.ts';

/** A constant, column, call, form in parentheses or the like, with all that binds to it: `[…]`, `.field`, `::type`. */
export function parsePrimary(parser: Parser): Expression {
  // Every way in which expressions nest leads through here.
  if (!enterNesting(parser)) return { kind: 'missing', first: parser.at, last: lastRead(parser) };
  const tree = parseSuffixes(parser);
  leaveNesting(parser);
  return tree;
}

function parseSuffixes(parser: Parser): Expression {
  const first = firstHere(parser);
  const { height, head } = parser;
  parser.head = null;
  let tree = head ?? parseBase(parser);
  for (;;) {
    const code = codeAt(parser);
    const isSuffix = code === s['['] || code === s['.'] || code === s['::'] || code === k.COLLATE;
    if (isSuffix && !raise(parser, 1)) return tree;
    if (code === s['[']) {
      advance(parser);
      const index = parser.rules.valueExpression(parser);
      expect(parser, s[']']);
      tree = { kind: 'subscript', first, last: lastRead(parser), base: tree, index };
    } else if (code === s['.'] && tree.kind !== 'star') {
      advance(parser);
      const name = parseIdentifier(parser, 'the name of a field');
      tree = { kind: 'field', first, last: lastRead(parser), base: tree, name };
    } else if (code === s['::'] && parser.isFour) {
      advance(parser);
      const type = parser.rules.dataType(parser);
      tree = { kind: 'cast', first, last: lastRead(parser), isTry: false, operand: tree, type };
    } else if (code === k.COLLATE && parser.isFour && isUsual(parser, choice.operator)) {
      advance(parser);
      const collation = parseQualifiedName(parser, 'the name of a collation');
      tree = { kind: 'collate', first, last: lastRead(parser), operand: tree, collation };
    } else {
      parser.height = height;
      return tree;
    }
  }
}

function parseBase(parser: Parser): Expression {
  const first = parser.at;
  const code = codeAt(parser);
  switch (code) {
    case t.string:
    case t.rawString:
      while (isStringCode(codeAt(parser))) advance(parser);
      return { kind: 'literal', first, last: lastRead(parser), type: 'string' };
    case t.integer:
    case t.decimal:
    case t.number:
      advance(parser);
      return { kind: 'literal', first, last: first, type: 'number' };
    case s['*']:
      return parseStar(parser);
    case s['(']:
      return parseGroup(parser);
    case s['?']:
      advance(parser);
      return { kind: 'parameter', first, last: first, name: null };
    case s[':']: {
      advance(parser);
      const name = parseIdentifier(parser, 'the name of a parameter');
      return { kind: 'parameter', first, last: lastRead(parser), name };
    }
    case t.missing:
      advance(parser);
      return { kind: 'missing', first, last: first };
    default:
      return isWordCode(code) || code === t.quotedName ? parseWord(parser, code) : missing(parser);
  }
}

function missing(parser: Parser): Expression {
  problemHere(parser, 'an expression');
  return { kind: 'missing', first: parser.at, last: lastRead(parser) };
}

function parseStar(parser: Parser): Expression {
  const first = parser.at;
  advance(parser);
  return finishStar(parser, first, []);
}

function finishStar(
  parser: Parser,
  first: number,
  qualifier: Extract<Expression, { kind: 'star' }>['qualifier'],
): Expression {
  if (!parser.isFour || !isNext(parser, k.EXCEPT, s['(']) || !isUsual(parser, choice.operator)) {
    return { kind: 'star', first, last: lastRead(parser), qualifier, except: null };
  }
  parser.at += 2;
  const except = [parseMultipartName(parser, 'the name of a column')];
  while (take(parser, s[','])) except.push(parseMultipartName(parser, 'the name of a column'));
  closeParenthesis(parser);
  return { kind: 'star', first, last: lastRead(parser), qualifier, except };
}

/** A literal word, a form that begins with a word, a call, or a name. */
function parseWord(parser: Parser, code: number): Expression {
  const first = parser.at;
  if (first === parser.namesFrom) {
    const parts = [parseIdentifier(parser, 'an expression')];
    return { kind: 'name', first, last: lastRead(parser), parts };
  }
  switch (code) {
    case k.NULL:
    case k.TRUE:
    case k.FALSE:
      if (isNext(parser, code, s['(']) || isNext(parser, code, s['.']) || isNext(parser, code, s['->']))
        break;
      if (!isUsual(parser, choice.form)) break;
      advance(parser);
      return { kind: 'literal', first, last: first, type: code === k.NULL ? 'null' : 'boolean' };
    case k.CASE:
      if (isCase(parser)) return parseCase(parser);
      break;
    case k.INTERVAL:
      if (isInterval(parser) && isUsual(parser, choice.form)) return parseInterval(parser);
      break;
    default:
  }
  if (isStringCode(codeAt(parser, 1)) && isName(parser)) {
    const type = parseIdentifier(parser);
    advance(parser);
    return { kind: 'typed-literal', first, last: lastRead(parser), type };
  }
  if (isNext(parser, code, s['('])) {
    const special = parseSpecialCall(parser, code);
    if (special !== null) return special;
  }
  return parseName(parser);
}

/** `CASE` begins a form unless something follows that can only follow a name. */
function isCase(parser: Parser): boolean {
  switch (codeAt(parser, 1)) {
    case s[',']:
    case s['.']:
    case s[')']:
    case k.FROM:
    case k.AS:
    case t.end:
      return parser.isReserving || !isUsual(parser, choice.form);
    default:
      return parser.isReserving || isUsual(parser, choice.form);
  }
}

function parseName(parser: Parser): Expression {
  const first = parser.at;
  const parts = [parseIdentifier(parser, 'an expression')];
  if (parser.at === first) return { kind: 'missing', first, last: lastRead(parser) };
  if (isNext(parser, s['->'])) {
    advance(parser);
    const body = parser.rules.expression(parser);
    return { kind: 'lambda', first, last: lastRead(parser), parameters: parts, body };
  }
  while (isNext(parser, s['.'])) {
    advance(parser);
    if (take(parser, s['*'])) return finishStar(parser, first, parts);
    parts.push(parseIdentifier(parser, 'a name or `*`'));
  }
  if (isNext(parser, s['('])) return parseCall(parser, first, parts);
  return { kind: 'name', first, last: lastRead(parser), parts };
}
