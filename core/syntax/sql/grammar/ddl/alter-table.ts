import { k } from '../../lexer/keywords.ts';
import { expect, expectAll, expectOneOf } from '../../parser/expect.ts';
import { parseParenthesized } from '../../parser/lists.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take, takeBoth } from '../../parser/parser.ts';
import type { Alteration } from '../../tree/alter-table.ts';
import type { Statement } from '../../tree/statement.ts';
import type { Clause } from '../../tree/table-clause.ts';
import { parseNameReference } from '../names.ts';
import { parsePartition } from '../partition-specification.ts';
import { parsePropertyList } from '../property-list.ts';
import { parseString } from '../string.ts';
import { parseAlterColumn, parseChangeColumn } from './alter-column.ts';
import { parseAdd, parseDrop, parseRename } from './alter-parts.ts';
import { parseClusterBy, parseCollation, parseLocation } from './clause.ts';
import { parseAddedColumn } from './column-definition.ts';
import { isShort } from './create-table.ts';
import { parseHiveAlteration } from './hive-alteration.ts';
import { finishUnsupported, parseOrUnsupported } from './unsupported-hive.ts';

/** The rest of `ALTER TABLE`; `TABLE` comes next. */
export function parseAlterTable(parser: Parser, first: number): Statement {
  const words = [first, parser.at];
  advance(parser);
  const name = parseNameReference(parser, 'the name of a table');
  const partition = parsePartition(parser);
  const hiveWords = isShort(name) ? parseHiveAlteration(parser, partition !== null) : null;
  if (hiveWords !== null) return finishUnsupported(parser, [...words, ...hiveWords]);
  const finish = (): Statement => {
    const alteration = parseAlteration(parser, partition !== null);
    return { kind: 'alter-table', first, last: lastRead(parser), name, partition, alteration };
  };
  if (!isShort(name) || !isNext(parser, k.REPLACE, k.COLUMNS)) return finish();
  return parseOrUnsupported(parser, [...words, parser.at, parser.at + 1], finish);
}

function parseAlteration(parser: Parser, isOfPartition: boolean): Alteration {
  const code = codeAt(parser);
  switch (code) {
    case k.CHANGE:
      return parseChangeColumn(parser, isOfPartition);
    case k.REPLACE:
      return parseReplaceColumns(parser);
    case k.SET:
      return parseSet(parser, isOfPartition);
    case k.RENAME:
      return parseRename(parser, isOfPartition);
    default:
  }
  if (!isOfPartition) {
    if (code === k.ADD) return parseAdd(parser);
    if (code === k.DROP) return parseDrop(parser);
    if (code === k.ALTER) return parseAlterColumn(parser);
    if (code === k.UNSET) return parseUnset(parser);
    if (code === k.RECOVER) return parseRecover(parser);
    const first = parser.at;
    const clause = parser.isFour ? parseSetClause(parser) : null;
    if (clause !== null) return { kind: 'set-clause', first, last: lastRead(parser), clause };
    expectOneOf(parser, k.ADD, k.DROP, k.RENAME, k.ALTER, k.SET, k.UNSET);
  } else {
    expectOneOf(parser, k.RENAME, k.SET, k.CHANGE);
  }
  return missing(parser);
}

function missing(parser: Parser): Alteration {
  return { kind: 'missing', first: parser.at, last: lastRead(parser) };
}

/** `CLUSTER BY (a)`, `CLUSTER BY NONE` or `DEFAULT COLLATION name`, when it comes next. */
function parseSetClause(parser: Parser): Clause | null {
  const first = parser.at;
  if (isNext(parser, k.CLUSTER, k.BY, k.NONE)) {
    parser.at += 3;
    return { kind: 'cluster-by', first, last: lastRead(parser), columns: [] };
  }
  return isNext(parser, k.CLUSTER) ? parseClusterBy(parser) : parseCollation(parser);
}

function parseReplaceColumns(parser: Parser): Alteration {
  const first = parser.at;
  advance(parser);
  const columns = expect(parser, k.COLUMNS) ? parseParenthesized(parser, parseAddedColumn) : [];
  return { kind: 'replace-columns', first, last: lastRead(parser), columns };
}

function parseSet(parser: Parser, isOfPartition: boolean): Alteration {
  const first = parser.at;
  advance(parser);
  if (isNext(parser, k.LOCATION)) {
    const { path } = parseLocation(parser) ?? { path: { first: parser.at, last: lastRead(parser) } };
    return { kind: 'set-location', first, last: lastRead(parser), path };
  }
  if (take(parser, k.SERDE)) {
    const className = parseString(parser, 'the class of the SerDe as a string');
    const properties = takeBoth(parser, k.WITH, k.SERDEPROPERTIES) ? parsePropertyList(parser) : [];
    return { kind: 'set-serde', first, last: lastRead(parser), className, properties };
  }
  if (take(parser, k.SERDEPROPERTIES)) {
    const properties = parsePropertyList(parser);
    return { kind: 'set-serde', first, last: lastRead(parser), className: null, properties };
  }
  if (isOfPartition) {
    expectOneOf(parser, k.LOCATION, k.SERDE, k.SERDEPROPERTIES);
    return missing(parser);
  }
  return parseSetProperties(parser, first);
}

/** `TBLPROPERTIES (…)` after `SET`. */
export function parseSetProperties(parser: Parser, first: number): Alteration {
  const properties = expect(parser, k.TBLPROPERTIES) ? parsePropertyList(parser) : [];
  return { kind: 'set-properties', first, last: lastRead(parser), properties };
}

/** `UNSET TBLPROPERTIES IF EXISTS (…)`; `UNSET` comes next. */
export function parseUnset(parser: Parser): Alteration {
  const first = parser.at;
  advance(parser);
  const isThere = expect(parser, k.TBLPROPERTIES);
  const isIfExists = isThere && take(parser, k.IF) && expect(parser, k.EXISTS);
  const properties = isThere ? parsePropertyList(parser) : [];
  return { kind: 'unset-properties', first, last: lastRead(parser), isIfExists, properties };
}

function parseRecover(parser: Parser): Alteration {
  const first = parser.at;
  expectAll(parser, k.RECOVER, k.PARTITIONS);
  return { kind: 'recover-partitions', first, last: lastRead(parser) };
}
