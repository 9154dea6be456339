import { k } from '../../lexer/keywords.ts';
import { t } from '../../lexer/token-codes.ts';
import { expect, expectAll, expectOneOf } from '../../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { DdlStatement } from '../../tree/ddl.ts';
import type { Identifier } from '../../tree/node.ts';
import type { Statement } from '../../tree/statement.ts';
import { isName, parseIdentifier, parseIdentifiers } from '../names.ts';
import { parsePartition } from '../partition-specification.ts';
import { parseSettledName } from '../settled-name.ts';
import { parseCommentText } from './clause.ts';
import { refuse } from './create.ts';
import { isNamespaceWord } from './namespace.ts';

/** `TRUNCATE TABLE t PARTITION (…)`. */
export function parseTruncate(parser: Parser): Statement {
  const first = parser.at;
  advance(parser);
  expect(parser, k.TABLE);
  const name = parseSettledName(parser, 'the name of a table');
  const partition = parsePartition(parser);
  return { kind: 'truncate-table', first, last: lastRead(parser), name, partition };
}

/** `COMMENT ON TABLE t IS '…'`. */
export function parseCommentOn(parser: Parser): Statement {
  const first = parser.at;
  advance(parser);
  if (!expect(parser, k.ON)) return { kind: 'unknown', first, last: lastRead(parser) };
  const isTable = isNext(parser, k.TABLE);
  if (!isTable && !isNamespaceWord(codeAt(parser))) return refuse(parser, first, k.TABLE, k.DATABASE);
  advance(parser);
  const name = parseSettledName(parser, isTable ? 'the name of a table' : 'the name of a database');
  expect(parser, k.IS);
  const text = parseCommentText(parser);
  const object = isTable ? 'table' : 'namespace';
  return { kind: 'comment-on', first, last: lastRead(parser), object, name, text };
}

/** `MSCK REPAIR TABLE t ADD PARTITIONS`; `MSCK` may be left out. */
export function parseRepair(parser: Parser): Statement {
  const first = parser.at;
  take(parser, k.MSCK);
  expectAll(parser, k.REPAIR, k.TABLE);
  const name = parseSettledName(parser, 'the name of a table');
  const code = codeAt(parser);
  const partitions = code === k.ADD ? 'add' : code === k.DROP ? 'drop' : code === k.SYNC ? 'sync' : null;
  if (partitions !== null) {
    advance(parser);
    expect(parser, k.PARTITIONS);
  }
  return { kind: 'repair-table', first, last: lastRead(parser), name, partitions };
}

/** `ANALYZE TABLE t COMPUTE STATISTICS …` or `ANALYZE TABLES IN db COMPUTE STATISTICS`. */
export function parseAnalyze(parser: Parser): Statement {
  const first = parser.at;
  advance(parser);
  if (expectOneOf(parser, k.TABLE, k.TABLES) === k.TABLES) {
    const isIn = take(parser, k.IN) || take(parser, k.FROM);
    const namespace = isIn ? parseSettledName(parser, 'the name of a database') : null;
    expectAll(parser, k.COMPUTE, k.STATISTICS);
    const option = parseOption(parser);
    return { kind: 'analyze-tables', first, last: lastRead(parser), namespace, option };
  }
  const name = parseSettledName(parser, 'the name of a table');
  const partition = parsePartition(parser);
  expectAll(parser, k.COMPUTE, k.STATISTICS);
  const columns = isNext(parser, k.FOR) && codeAt(parser, 1) !== t.end ? parseColumns(parser) : null;
  const option = columns === null ? parseOption(parser) : null;
  return { kind: 'analyze-table', first, last: lastRead(parser), name, partition, columns, option };
}

function parseOption(parser: Parser): Identifier | null {
  return isName(parser) ? parseIdentifier(parser) : null;
}

/** `FOR ALL COLUMNS` or `FOR COLUMNS a, b`; `FOR` comes next. */
function parseColumns(parser: Parser): Extract<DdlStatement, { kind: 'analyze-table' }>['columns'] {
  advance(parser);
  if (take(parser, k.ALL)) return expect(parser, k.COLUMNS) ? 'all' : [];
  return expect(parser, k.COLUMNS) ? parseIdentifiers(parser, 'the name of a column') : [];
}
