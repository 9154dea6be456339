import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { problemHere } from '../../parser/expect.ts';
import { closeParenthesis } from '../../parser/lists.ts';
import { enterNesting, leaveNesting } from '../../parser/nesting.ts';
import { closeForm, form, openForm } from '../../parser/open-forms.ts';
import { advance, codeAt, lastRead, type Parser } from '../../parser/parser.ts';
import type { Query, QueryTerm } from '../../tree/query.ts';
import { parseNameReference } from '../names.ts';
import { parseFrom } from './from.ts';
import { isFromBody, parseFromQuery } from './from-query.ts';
import { parseValues } from './query-values.ts';
import { parseSelect } from './select.ts';

/** A `SELECT`, `FROM … SELECT`, `TABLE t`, `VALUES …` or a query in parentheses. */
export function parseQueryPrimary(parser: Parser): QueryTerm {
  const first = parser.at;
  switch (codeAt(parser)) {
    case k.SELECT:
    case k.MAP:
    case k.REDUCE:
      return parseSelect(parser);
    case k.FROM:
      return parseFromStatement(parser);
    case k.TABLE: {
      advance(parser);
      const name = parseNameReference(parser, 'the name of a table');
      return { kind: 'table', first, last: lastRead(parser), name };
    }
    case k.VALUES:
      return parseValuesQuery(parser);
    case s['(']: {
      advance(parser);
      if (!enterNesting(parser)) break;
      const query = parser.rules.query(parser);
      leaveNesting(parser);
      closeParenthesis(parser);
      return { kind: 'subquery', first, last: lastRead(parser), query };
    }
    default:
  }
  problemHere(parser, 'a query');
  return { kind: 'missing', first: parser.at, last: lastRead(parser) };
}

/** `FROM t SELECT a … SELECT b …`. In Spark 4.0 `FROM t` alone is a query too. */
function parseFromStatement(parser: Parser): QueryTerm {
  const first = parser.at;
  const from = parseFrom(parser);
  const selects: Query[] = [];
  while (isFromBody(parser)) selects.push(parseFromQuery(parser));
  if (selects.length === 0 && !parser.isFour) problemHere(parser, '`SELECT`');
  return { kind: 'from', first, last: lastRead(parser), from, selects };
}

/** `VALUES …` where a query stands. */
function parseValuesQuery(parser: Parser): QueryTerm {
  openForm(parser, form.values, parser.at);
  const values = parseValues(parser);
  closeForm(parser);
  return values;
}
