import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { closerOf } from '../../parser/brackets.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { problemHere } from '../../parser/expect.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { enterNesting, leaveNesting } from '../../parser/nesting.ts';
import { advance, codeAt, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { From } from '../../tree/query.ts';
import type { Relation, RelationPrimary } from '../../tree/relation.ts';
import { isQueryInParentheses } from '../expression/parentheses.ts';
import { isName, parseNameReference } from '../names.ts';
import { isJoin, parseJoin } from './join.ts';
import { parseLateralViews } from './lateral-view.ts';
import { isPivot, parsePivot } from './pivot.ts';
import { parseValues } from './query-values.ts';
import { parseSample, parseTableAlias, parseTemporal } from './relation-parts.ts';
import { parseTableArgument } from './table-argument.ts';

/** `FROM a, b JOIN c …` with its lateral views; `FROM` comes next. */
export function parseFrom(parser: Parser): From {
  const first = parser.at;
  advance(parser);
  const relations = parseSeries(parser, parseRelation);
  const lateralViews = parseLateralViews(parser);
  return { first, last: lastRead(parser), relations, lateralViews };
}

/** A table and what is joined to it. */
export function parseRelation(parser: Parser): Relation {
  const first = parser.at;
  const isLateral = takeLateral(parser);
  const primary = parseRelationPrimary(parser);
  const extensions: Relation['extensions'][number][] = [];
  for (;;) {
    if (isJoin(parser)) extensions.push(parseJoin(parser, { takeLateral, parseRight: parseRelationPrimary }));
    else if (isPivot(parser) && isUsual(parser, choice.other)) extensions.push(parsePivot(parser));
    else break;
  }
  return { kind: 'relation', first, last: lastRead(parser), isLateral, primary, extensions };
}

/** `LATERAL` before a subquery or a table function. */
export function takeLateral(parser: Parser): boolean {
  const isThere = isNext(parser, k.LATERAL) && (codeAt(parser, 1) === s['('] || isName(parser, 1));
  if (!isThere || isNext(parser, k.LATERAL, s['.']) || !isUsual(parser, choice.modifier)) return false;
  advance(parser);
  return true;
}

/** A table, a query or relation in parentheses, `VALUES`, or a table function, with its alias. */
export function parseRelationPrimary(parser: Parser): RelationPrimary {
  const first = parser.at;
  if (isNext(parser, s['('])) return parseInParentheses(parser);
  if (isNext(parser, k.VALUES) && codeAt(parser, 1) !== s['.'] && isUsual(parser, choice.form)) {
    const values = parseValues(parser);
    return { kind: 'inline-table', first, last: lastRead(parser), values };
  }
  if (!isName(parser)) {
    problemHere(parser, 'a table, or a query in parentheses');
    return { kind: 'missing', first: parser.at, last: lastRead(parser) };
  }
  const name = parseNameReference(parser, 'a table, or a query in parentheses');
  if (isNext(parser, s['('])) {
    advance(parser);
    const given = isNext(parser, s[')']) ? [] : parseSeries(parser, parseTableArgument);
    closeParenthesis(parser);
    const alias = parseTableAlias(parser);
    return { kind: 'table-function', first, last: lastRead(parser), name, arguments: given, alias };
  }
  const temporal = parseTemporal(parser);
  const sample = parseSample(parser);
  const alias = parseTableAlias(parser);
  return { kind: 'table-name', first, last: lastRead(parser), name, temporal, sample, alias };
}

/** `(SELECT …) AS t`, or `(a JOIN b) AS t`. */
function parseInParentheses(parser: Parser): RelationPrimary {
  const first = parser.at;
  if (!enterNesting(parser)) return { kind: 'missing', first, last: lastRead(parser) };
  const isQuery = isQueryInParentheses(parser) && closerOf(parser, first) > first;
  advance(parser);
  const query = isQuery ? parser.rules.query(parser) : null;
  const relation = isQuery ? null : parseRelation(parser);
  leaveNesting(parser);
  closeParenthesis(parser);
  const sample = parseSample(parser);
  const alias = parseTableAlias(parser);
  const place = { first, last: lastRead(parser) };
  if (query !== null) return { kind: 'derived-table', ...place, query, sample, alias };
  return { kind: 'nested-relation', ...place, relation: relation as Relation, sample, alias };
}
