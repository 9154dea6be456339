import { k } from '../../lexer/keywords.ts';
import { t } from '../../lexer/token-codes.ts';
import { expect, expectAll, expectOneOf, problemHere } from '../../parser/expect.ts';
import { parseParenthesized } from '../../parser/lists.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Node } from '../../tree/node.ts';
import type { Clause, SortedColumn } from '../../tree/table-clause.ts';
import { parseFileFormat } from '../file-format.ts';
import { parseIdentifier, parseIdentifierList, parseStrictName } from '../names.ts';
import { parseExpressionPropertyList, parsePropertyList } from '../property-list.ts';
import { parseRowFormat } from '../row-format.ts';
import { parseSettledColumn } from '../settled-name.ts';
import { parseString } from '../string.ts';
import { parsePartitionField } from './partition-field.ts';
import { parseSkewedBy } from './skewed-by.ts';

/** Reads one clause that comes next, or null where none of its kinds does. */
export type ClauseRule = (parser: Parser) => Clause | null;

/** Clauses in any order, as often as they are written. */
export function parseClauses(parser: Parser, parseClause: ClauseRule): Clause[] {
  const clauses: Clause[] = [];
  for (let clause = parseClause(parser); clause !== null; clause = parseClause(parser)) clauses.push(clause);
  return clauses;
}

/** A clause of `CREATE TABLE` that may stand anywhere behind the columns. */
export function parseTableClause(parser: Parser): Clause | null {
  const first = parser.at;
  switch (codeAt(parser)) {
    case k.OPTIONS: {
      advance(parser);
      const options = parseExpressionPropertyList(parser);
      return { kind: 'options', first, last: lastRead(parser), options };
    }
    case k.PARTITIONED: {
      advance(parser);
      const fields = expect(parser, k.BY) ? parseParenthesized(parser, parsePartitionField) : [];
      return { kind: 'partitioned-by', first, last: lastRead(parser), fields };
    }
    case k.CLUSTERED:
      return parseClusteredBy(parser);
    case k.CLUSTER:
      return parser.isFour ? parseClusterBy(parser) : null;
    case k.SKEWED:
      return parseSkewedBy(parser);
    default:
      return (
        parseStorage(parser) ??
        parseLocation(parser) ??
        parseComment(parser) ??
        parseProperties(parser) ??
        parseCollation(parser)
      );
  }
}

/** `USING delta`, when it comes next. */
export function parseProvider(parser: Parser): Clause | null {
  const first = parser.at;
  if (!take(parser, k.USING)) return null;
  const name = parseSettledColumn(parser, 'a format such as `delta`');
  return { kind: 'provider', first, last: lastRead(parser), name };
}

/** `ROW FORMAT …` or `STORED AS …`, when it comes next. */
export function parseStorage(parser: Parser): Clause | null {
  const first = parser.at;
  if (isNext(parser, k.ROW)) {
    const format = parseRowFormat(parser);
    return { kind: 'row-format', first, last: lastRead(parser), format };
  }
  const format = parseFileFormat(parser);
  return format === null ? null : { kind: 'stored', first, last: lastRead(parser), format };
}

/** `LOCATION '…'`, when it comes next. */
export function parseLocation(parser: Parser): Extract<Clause, { kind: 'location' }> | null {
  const first = parser.at;
  if (!take(parser, k.LOCATION)) return null;
  const path = parseString(parser, 'the path as a string');
  return { kind: 'location', first, last: lastRead(parser), path };
}

/** `COMMENT '…'`, when it comes next. */
export function parseComment(parser: Parser): Extract<Clause, { kind: 'comment' }> | null {
  const first = parser.at;
  if (!take(parser, k.COMMENT)) return null;
  const text = parseString(parser, 'the comment as a string');
  return { kind: 'comment', first, last: lastRead(parser), text };
}

/** `TBLPROPERTIES (…)`, when it comes next. */
export function parseProperties(parser: Parser): Clause | null {
  const first = parser.at;
  if (!take(parser, k.TBLPROPERTIES)) return null;
  const properties = parsePropertyList(parser);
  return { kind: 'properties', first, last: lastRead(parser), properties };
}

/** `DEFAULT COLLATION name` of Spark 4.0, when it comes next. */
export function parseCollation(parser: Parser): Clause | null {
  const first = parser.at;
  if (!parser.isFour || !take(parser, k.DEFAULT)) return null;
  expect(parser, k.COLLATION);
  const name = parseIdentifier(parser, 'the name of a collation');
  return { kind: 'collation', first, last: lastRead(parser), name };
}

/** `CLUSTER BY (a, b.c)`; `CLUSTER` comes next. */
export function parseClusterBy(parser: Parser): Clause {
  const first = parser.at;
  advance(parser);
  const columns = expect(parser, k.BY)
    ? parseParenthesized(parser, (inner) => parseSettledColumn(inner, 'the name of a column'))
    : [];
  return { kind: 'cluster-by', first, last: lastRead(parser), columns };
}

/** `CLUSTERED BY (a) SORTED BY (b ASC) INTO 4 BUCKETS`; `CLUSTERED` comes next. */
function parseClusteredBy(parser: Parser): Clause {
  const first = parser.at;
  advance(parser);
  const columns = expect(parser, k.BY) ? parseIdentifierList(parser, 'the name of a column') : [];
  const isSorted = take(parser, k.SORTED) && expect(parser, k.BY);
  const sortedBy = isSorted ? parseParenthesized(parser, parseSortedColumn) : [];
  expect(parser, k.INTO);
  const buckets = parser.at;
  if (!take(parser, t.integer)) problemHere(parser, 'the number of buckets');
  expect(parser, k.BUCKETS);
  return { kind: 'clustered-by', first, last: lastRead(parser), columns, sortedBy, buckets };
}

function parseSortedColumn(parser: Parser): SortedColumn {
  const first = parser.at;
  const name = parseStrictName(parser, 'the name of a column');
  const direction = take(parser, k.ASC) ? 'asc' : take(parser, k.DESC) ? 'desc' : null;
  return { first, last: lastRead(parser), name, direction };
}

/** `WITH SCHEMA EVOLUTION`; `WITH` comes next. */
export function parseSchemaBinding(parser: Parser): Clause {
  const first = parser.at;
  expectAll(parser, k.WITH, k.SCHEMA);
  const mode = parseBindingMode(parser);
  return { kind: 'schema-binding', first, last: lastRead(parser), mode };
}

function parseBindingMode(parser: Parser): Extract<Clause, { kind: 'schema-binding' }>['mode'] {
  switch (expectOneOf(parser, k.BINDING, k.COMPENSATION, k.EVOLUTION, k.TYPE)) {
    case k.BINDING:
      return 'binding';
    case k.COMPENSATION:
      return 'compensation';
    case k.EVOLUTION:
      return 'evolution';
    case k.TYPE:
      return expect(parser, k.EVOLUTION) ? 'type-evolution' : null;
    default:
      return null;
  }
}

/** `NULL` or a string, where a comment is set. */
export function parseCommentText(parser: Parser): Node {
  const first = parser.at;
  if (!take(parser, k.NULL)) return parseString(parser, 'the comment as a string, or `NULL`');
  return { first, last: lastRead(parser) };
}
