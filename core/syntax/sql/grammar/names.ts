import { isNoAlias, isReserved, isSuspectName, k } from '../lexer/keywords.ts';
import { isWordCode, s, t } from '../lexer/token-codes.ts';
import { choice, isFlipped, isUsual } from '../parser/choose.ts';
import { problemHere } from '../parser/expect.ts';
import { parseParenthesized, parseSeries } from '../parser/lists.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../parser/parser.ts';
import type { Identifier, NameReference, QualifiedName } from '../tree/node.ts';

/** Whether the token `ahead` of here can be a name. */
export function isName(parser: Parser, ahead = 0): boolean {
  const code = codeAt(parser, ahead);
  if (code === t.quotedName || code === t.name || code === t.missing) return true;
  return isWordCode(code) && !(parser.isReserving && isReserved[code] === 1);
}

/** A name of one word. `what` completes "… expected". */
export function parseIdentifier(parser: Parser, what = 'a name'): Identifier {
  const first = parser.at;
  if (isName(parser)) {
    if (isSuspectName[codeAt(parser)] === 1) parser.reservedNames.push(first);
    advance(parser);
  } else {
    problemHere(parser, what);
  }
  return { kind: 'identifier', first, last: lastRead(parser) };
}

/** A name where no expression can stand: `test-table` is read as one name, which Spark then refuses by name. */
export function parseStrictName(parser: Parser, what = 'a name'): Identifier {
  const first = parser.at;
  parseIdentifier(parser, what);
  while (take(parser, s['-'])) parseIdentifier(parser, what);
  return { kind: 'identifier', first, last: lastRead(parser) };
}

/** `a.b.c` where no expression can stand. */
export function parseMultipartName(parser: Parser, what = 'a name'): QualifiedName {
  const first = parser.at;
  const parts = [parseStrictName(parser, what)];
  while (take(parser, s['.'])) parts.push(parseStrictName(parser, what));
  return { kind: 'qualified-name', first, last: lastRead(parser), parts };
}

/** `a.b.c` in which `-` is no part of a name. */
export function parseQualifiedName(parser: Parser, what = 'a name'): QualifiedName {
  const first = parser.at;
  const parts = [parseIdentifier(parser, what)];
  while (take(parser, s['.'])) parts.push(parseIdentifier(parser, what));
  return { kind: 'qualified-name', first, last: lastRead(parser), parts };
}

/** The name of a table, view, function or the like, or `IDENTIFIER(…)`. */
export function parseNameReference(parser: Parser, what: string): NameReference {
  const first = parser.at;
  if (isNext(parser, k.IDENTIFIER, s['(']) && isUsual(parser, choice.form)) {
    parser.at += 2;
    const expression = parser.rules.expression(parser);
    if (!take(parser, s[')'])) problemHere(parser, '`)`');
    return { kind: 'name-reference', first, last: lastRead(parser), parts: [], expression };
  }
  const { parts } = parseMultipartName(parser, what);
  return { kind: 'name-reference', first, last: lastRead(parser), parts, expression: null };
}

/** `(a, b)`. */
export function parseIdentifierList(parser: Parser, what = 'a name'): Identifier[] {
  return parseParenthesized(parser, (inner) => parseStrictName(inner, what));
}

/** `a, b`. */
export function parseIdentifiers(parser: Parser, what = 'a name'): Identifier[] {
  return parseSeries(parser, (inner) => parseStrictName(inner, what));
}

/** Words that usually begin what follows a table or a column of a `SELECT`, besides those that standard SQL reserves. */
const clauseWords = new Set([
  ...[k.TABLESAMPLE, k.PIVOT, k.UNPIVOT, k.WINDOW, k.LIMIT, k.CLUSTER, k.DISTRIBUTE, k.SORT, k.SET, k.INSERT],
  ...[k.SEMI, k.ANTI, k.MINUS, k.ROWS, k.BETWEEN, k.LIKE, k.ILIKE, k.RLIKE, k.REGEXP, k.DIV, k.VALUES],
  ...[k.MAP, k.REDUCE, k.EXTEND, k.AGGREGATE, k.DROP, k.PRECEDING, k.FOLLOWING, k.EXCLUDE, k.INCLUDE, k.DO],
]);

function isClauseWord(code: number): boolean {
  return isReserved[code] === 1 || clauseWords.has(code);
}

/** The alias of an item of a `SELECT`: after `AS` any name, else a name that does not begin what follows. */
export function parseAlias(parser: Parser): Identifier | null {
  if (isNext(parser, k.AS) && isUsual(parser, choice.operator)) {
    advance(parser);
    return parseStrictName(parser, 'an alias');
  }
  if (!isName(parser)) return null;
  const isAlias = isFlipped(parser, choice.operator) || !isClauseWord(codeAt(parser));
  if (!isAlias && isUsual(parser, choice.clause)) return null;
  return parseStrictName(parser);
}

/** Whether what comes next may be the alias of a table: any name but words such as `JOIN`. */
export function canBeTableAlias(parser: Parser): boolean {
  return isName(parser) && isNoAlias[codeAt(parser)] !== 1;
}

/** Whether the alias of a table comes next, without `AS`. */
export function isTableAlias(parser: Parser): boolean {
  const code = codeAt(parser);
  if (!canBeTableAlias(parser)) return false;
  if (isVersionClause(parser)) return !isUsual(parser, choice.clause);
  if (isFlipped(parser, choice.operator)) return true;
  return !(isClauseWord(code) && isUsual(parser, choice.clause));
}

function isVersionClause(parser: Parser): boolean {
  return (
    isNext(parser, k.VERSION, k.AS, k.OF) ||
    isNext(parser, k.TIMESTAMP, k.AS, k.OF) ||
    isNext(parser, k.SYSTEM_VERSION, k.AS, k.OF) ||
    isNext(parser, k.SYSTEM_TIME, k.AS, k.OF)
  );
}
