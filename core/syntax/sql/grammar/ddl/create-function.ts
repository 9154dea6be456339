import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { closerOf } from '../../parser/brackets.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect, expectOneOf } from '../../parser/expect.ts';
import { closeParenthesis, parseParenthesized, parseSeries } from '../../parser/lists.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { ColumnDefinition } from '../../tree/column.ts';
import type {
  CreateSqlFunctionStatement,
  FunctionResource,
  FunctionResult,
} from '../../tree/function-definition.ts';
import type { NameReference } from '../../tree/node.ts';
import type { Statement } from '../../tree/statement.ts';
import { takeIfNotExists } from '../existence.ts';
import { goesOnAsQuery, isQueryInParentheses } from '../expression/parentheses.ts';
import { isName, parseIdentifier, parseNameReference } from '../names.ts';
import { parseString } from '../string.ts';
import { parseColumnDefinition, parseTypedColumn } from './column-definition.ts';
import { parseFunctionCharacteristics, takeReturns } from './function-characteristic.ts';

/** What stands before `FUNCTION`. */
export interface FunctionHeader {
  readonly first: number;
  readonly isReplacing: boolean;
  readonly isTemporary: boolean;
}

/** The rest of `CREATE FUNCTION`; `FUNCTION` comes next. */
export function parseCreateFunction(parser: Parser, header: FunctionHeader): Statement {
  expect(parser, k.FUNCTION);
  const isIfNotExists = takeIfNotExists(parser);
  const name = parseNameReference(parser, 'the name of a function');
  const created = { ...header, isIfNotExists, name };
  if (parser.isFour && isNext(parser, s['('])) return parseSqlFunction(parser, created);
  if (parser.isFour) expectOneOf(parser, k.AS, s['(']);
  else expect(parser, k.AS);
  const className = parseString(parser, 'the class of the function as a string');
  const resources = take(parser, k.USING) ? parseSeries(parser, parseResource) : [];
  return { kind: 'create-function', ...created, last: lastRead(parser), className, resources };
}

function parseResource(parser: Parser): FunctionResource {
  const first = parser.at;
  const type = parseIdentifier(parser, '`JAR`, `FILE` or `ARCHIVE`');
  const path = parseString(parser, 'the path as a string');
  return { first, last: lastRead(parser), type, path };
}

/** `(a INT) RETURNS INT … RETURN a + 1`; `(` comes next. */
function parseSqlFunction(
  parser: Parser,
  created: FunctionHeader & { readonly isIfNotExists: boolean; readonly name: NameReference },
): Statement {
  const parameters = parseParameters(parser);
  const returns = takeReturns(parser) ? parseResult(parser) : null;
  const characteristics = parseFunctionCharacteristics(parser);
  expect(parser, k.RETURN);
  const body = parseBody(parser);
  const parts = { parameters, returns, characteristics, body };
  return { kind: 'create-sql-function', ...created, last: lastRead(parser), ...parts };
}

function parseParameters(parser: Parser): ColumnDefinition[] {
  advance(parser);
  const parameters = isNext(parser, s[')']) ? [] : parseSeries(parser, parseColumnDefinition);
  closeParenthesis(parser);
  return parameters;
}

/** A type, or `TABLE (a INT)`. */
function parseResult(parser: Parser): FunctionResult {
  const first = parser.at;
  if (isNext(parser, k.TABLE, s['('])) {
    advance(parser);
    const columns = parseParenthesized(parser, parseTypedColumn);
    return { kind: 'table-result', first, last: lastRead(parser), columns };
  }
  const type = parser.rules.dataType(parser);
  return { kind: 'value-result', first, last: lastRead(parser), type };
}

function parseBody(parser: Parser): CreateSqlFunctionStatement['body'] {
  return isQueryBody(parser) ? parser.rules.query(parser) : parser.rules.expression(parser);
}

/** Whether a query is returned. What both could be, such as `(SELECT 1)`, is a query for Spark. */
function isQueryBody(parser: Parser): boolean {
  switch (codeAt(parser)) {
    case k.SELECT:
    case k.WITH:
    case k.FROM:
      return isUsual(parser, choice.form);
    case k.TABLE:
      return isName(parser, 1) === isUsual(parser, choice.form);
    case k.VALUES:
    case k.MAP:
    case k.REDUCE:
      return isUsual(parser, choice.form) !== isNameLike(codeAt(parser, 1));
    case s['(']: {
      if (!isQueryInParentheses(parser)) return false;
      const after = parser.codes[closerOf(parser, parser.at) + 1] ?? 0;
      return after === s[';'] || goesOnAsQuery(after) || closerOf(parser, parser.at) + 1 >= parser.end;
    }
    default:
      return false;
  }
}

/** What follows `map` where it is the name of a function or column. */
function isNameLike(next: number): boolean {
  return next === s['('] || next === s['.'] || next === s['['];
}
