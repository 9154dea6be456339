import { firstKeywordCode, k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect, problemHere } from '../../parser/expect.ts';
import { parseParenthesized } from '../../parser/lists.ts';
import { codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import { isQueryStart } from '../../parser/query-start.ts';
import type { CreateTableStatement } from '../../tree/ddl.ts';
import type { NameReference, QualifiedName } from '../../tree/node.ts';
import type { Query } from '../../tree/query.ts';
import type { Statement } from '../../tree/statement.ts';
import type { Clause } from '../../tree/table-clause.ts';
import { takeIfNotExists } from '../existence.ts';
import { parseNameReference, parseStrictName } from '../names.ts';
import {
  parseClauses,
  parseLocation,
  parseProperties,
  parseProvider,
  parseStorage,
  parseTableClause,
} from './clause.ts';
import { parseColumnDefinition } from './column-definition.ts';

/** What stands before `TABLE`. */
export interface TableHeader {
  readonly first: number;
  readonly mode: CreateTableStatement['mode'];
  readonly isTemporary: boolean;
  readonly isExternal: boolean;
}

/** The rest of `CREATE TABLE`, `REPLACE TABLE` or `CREATE TABLE … LIKE`; `TABLE` comes next. */
export function parseCreateTable(parser: Parser, header: TableHeader): Statement {
  expect(parser, k.TABLE);
  const isIfNotExists = header.mode === 'create' && takeIfNotExists(parser);
  const name = parseNameReference(parser, 'the name of a table');
  const isPlain = header.mode === 'create' && !header.isTemporary && !header.isExternal;
  if (isPlain && isShort(name) && take(parser, k.LIKE)) {
    const source = parseShortName(parser);
    const clauses = parseClauses(parser, parseLikeClause);
    const { first } = header;
    return {
      kind: 'create-table-like',
      first,
      last: lastRead(parser),
      isIfNotExists,
      name,
      source,
      clauses,
    };
  }
  const columns = isColumnList(parser) ? parseParenthesized(parser, parseColumnDefinition) : [];
  const provider = parseProvider(parser);
  const rest = parseClauses(parser, parseTableClause);
  const clauses: readonly Clause[] = provider === null ? rest : [provider, ...rest];
  const query = parseAsQuery(parser);
  return {
    kind: 'create-table',
    ...header,
    last: lastRead(parser),
    isIfNotExists,
    name,
    columns,
    clauses,
    query,
  };
}

/** A name of one or two parts, as statements take it that know no catalogs. */
export function isShort(name: NameReference): boolean {
  return name.expression === null && name.parts.length <= 2;
}

function parseShortName(parser: Parser): QualifiedName {
  const first = parser.at;
  const parts = [parseStrictName(parser, 'the name of a table')];
  if (take(parser, s['.'])) parts.push(parseStrictName(parser, 'the name of a table'));
  return { kind: 'qualified-name', first, last: lastRead(parser), parts };
}

function parseLikeClause(parser: Parser): Clause | null {
  return parseProvider(parser) ?? parseStorage(parser) ?? parseLocation(parser) ?? parseProperties(parser);
}

/** Whether columns come next, and not a query in parentheses. */
function isColumnList(parser: Parser): boolean {
  if (!isNext(parser, s['(']) || isNext(parser, s['('], s['('])) return false;
  if (!isQueryStart(codeAt(parser, 1))) return true;
  return isTypeName(codeAt(parser, 2)) === isUsual(parser, choice.parenthesis);
}

const typeNames: ReadonlySet<number> = new Set([
  ...[k.ARRAY, k.BIGINT, k.BINARY, k.BOOLEAN, k.BYTE, k.CHAR, k.CHARACTER, k.DATE, k.DEC, k.DECIMAL],
  ...[k.DOUBLE, k.FLOAT, k.INT, k.INTEGER, k.INTERVAL, k.LONG, k.MAP, k.NUMERIC, k.REAL, k.SHORT],
  ...[k.SMALLINT, k.STRING, k.STRUCT, k.TIMESTAMP, k.TIMESTAMP_LTZ, k.TIMESTAMP_NTZ, k.TINYINT],
  ...[k.VARCHAR, k.VARIANT, k.VOID],
]);

function isTypeName(code: number): boolean {
  return code >= firstKeywordCode && typeNames.has(code);
}

/** `AS` and a query, or the query alone, when it comes next. */
export function parseAsQuery(parser: Parser): Query | null {
  const isNamed = take(parser, k.AS);
  if (!isNamed && !isNext(parser, s['(']) && !isQueryStart(codeAt(parser))) return null;
  return parser.rules.query(parser);
}

/** `REPLACE TABLE …`. */
export function parseReplace(parser: Parser): Statement {
  const first = parser.at;
  take(parser, k.REPLACE);
  const header = { first, mode: 'replace', isTemporary: false, isExternal: false } as const;
  if (isNext(parser, k.TABLE)) return parseCreateTable(parser, header);
  problemHere(parser, '`TABLE`');
  return { kind: 'unknown', first, last: lastRead(parser) };
}
