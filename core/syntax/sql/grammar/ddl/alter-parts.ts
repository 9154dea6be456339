import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { expect, expectOneOf, problemHere } from '../../parser/expect.ts';
import { parseParenthesized, parseSeries } from '../../parser/lists.ts';
import { advance, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { AddedPartition, Alteration } from '../../tree/alter-table.ts';
import type { QualifiedName } from '../../tree/node.ts';
import type { PartitionSpecification } from '../../tree/partition.ts';
import { takeIfExists, takeNot } from '../existence.ts';
import { parseStrictName } from '../names.ts';
import { parsePartition } from '../partition-specification.ts';
import { parseSettledColumn } from '../settled-name.ts';
import { parseLocation } from './clause.ts';
import { parseAddedColumn } from './column-definition.ts';

/** `ADD COLUMNS (…)` or `ADD IF NOT EXISTS PARTITION (…) LOCATION '…'`; `ADD` comes next. */
export function parseAdd(parser: Parser): Alteration {
  const first = parser.at;
  advance(parser);
  if (!takeColumnWord(parser)) return parseAddPartitions(parser, first, k.COLUMN, k.COLUMNS, k.PARTITION);
  const columns = isNext(parser, s['('])
    ? parseParenthesized(parser, parseAddedColumn)
    : parseSeries(parser, parseAddedColumn);
  return { kind: 'add-columns', first, last: lastRead(parser), columns };
}

function takeColumnWord(parser: Parser): boolean {
  return take(parser, k.COLUMN) || take(parser, k.COLUMNS);
}

/** Partitions that are added; `ADD` is read. `words` are what can stand here. */
export function parseAddPartitions(parser: Parser, first: number, ...words: readonly number[]): Alteration {
  const isIf = take(parser, k.IF);
  const isIfNotExists = isIf && expectNot(parser) && expect(parser, k.EXISTS);
  const partitions: AddedPartition[] = [];
  while (isNext(parser, k.PARTITION)) partitions.push(parseAddedPartition(parser));
  if (partitions.length === 0) expectOneOf(parser, ...(isIf ? [k.PARTITION] : words));
  return { kind: 'add-partitions', first, last: lastRead(parser), isIfNotExists, partitions };
}

function expectNot(parser: Parser): boolean {
  if (takeNot(parser, k.EXISTS)) return true;
  problemHere(parser, '`NOT`');
  return false;
}

function parseAddedPartition(parser: Parser): AddedPartition {
  const first = parser.at;
  const partition = readPartition(parser);
  const location = parseLocation(parser)?.path ?? null;
  return { first, last: lastRead(parser), partition, location };
}

/** `PARTITION (…)`, or the problem that it is missing. */
function readPartition(parser: Parser): PartitionSpecification {
  const partition = parsePartition(parser);
  if (partition !== null) return partition;
  problemHere(parser, '`PARTITION`');
  return { first: parser.at, last: lastRead(parser), values: [] };
}

/** `DROP COLUMNS IF EXISTS (…)` or `DROP IF EXISTS PARTITION (…), PARTITION (…) PURGE`; `DROP` comes next. */
export function parseDrop(parser: Parser): Alteration {
  const first = parser.at;
  advance(parser);
  if (!takeColumnWord(parser)) return parseDropPartitions(parser, first, k.COLUMN, k.COLUMNS, k.PARTITION);
  const isIfExists = takeIfExists(parser);
  const columns = isNext(parser, s['('])
    ? parseParenthesized(parser, parseColumnName)
    : parseSeries(parser, parseColumnName);
  return { kind: 'drop-columns', first, last: lastRead(parser), isIfExists, columns };
}

function parseColumnName(parser: Parser): QualifiedName {
  return parseSettledColumn(parser, 'the name of a column');
}

/** Partitions that are dropped; `DROP` is read. `words` are what can stand here. */
export function parseDropPartitions(parser: Parser, first: number, ...words: readonly number[]): Alteration {
  const isIf = take(parser, k.IF);
  const isIfExists = isIf && expect(parser, k.EXISTS);
  const isThere = isNext(parser, k.PARTITION);
  if (!isThere) expectOneOf(parser, ...(isIf ? [k.PARTITION] : words));
  const partitions = isThere ? parseSeries(parser, readPartition) : [];
  const isPurging = take(parser, k.PURGE);
  return { kind: 'drop-partitions', first, last: lastRead(parser), isIfExists, partitions, isPurging };
}

/** `RENAME TO t`, `RENAME COLUMN a TO b`, or of a partition `RENAME TO PARTITION (…)`; `RENAME` comes next. */
export function parseRename(parser: Parser, isOfPartition: boolean): Alteration {
  const first = parser.at;
  advance(parser);
  if (isOfPartition) {
    const to = expect(parser, k.TO) ? readPartition(parser) : null;
    return { kind: 'rename-partition', first, last: lastRead(parser), to };
  }
  if (take(parser, k.COLUMN)) {
    const from = parseColumnName(parser);
    expect(parser, k.TO);
    const to = parseStrictName(parser, 'the new name of the column');
    return { kind: 'rename-column', first, last: lastRead(parser), from, to };
  }
  expectOneOf(parser, k.TO, k.COLUMN);
  return finishRename(parser, first);
}

/** The new name; `RENAME TO` is read. */
export function finishRename(parser: Parser, first: number): Alteration {
  const to = parseSettledColumn(parser, 'the new name');
  return { kind: 'rename', first, last: lastRead(parser), to };
}
