import { k } from '../../lexer/keywords.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect } from '../../parser/expect.ts';
import { parseParenthesized } from '../../parser/lists.ts';
import { advance, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { IndexedColumn } from '../../tree/ddl.ts';
import type { NameReference } from '../../tree/node.ts';
import type { Statement } from '../../tree/statement.ts';
import { takeIfExists, takeIfNotExists } from '../existence.ts';
import { isName, parseIdentifier, parseMultipartName, parseNameReference } from '../names.ts';
import { parsePropertyList } from '../property-list.ts';
import { parseOrUnsupported } from './unsupported-hive.ts';

/** The rest of `CREATE INDEX`; `INDEX` comes next. In any other form it is a command of Hive. */
export function parseCreateIndex(parser: Parser, first: number): Statement {
  return parseOrUnsupported(parser, [first, parser.at], () => readCreateIndex(parser, first));
}

function readCreateIndex(parser: Parser, first: number): Statement {
  advance(parser);
  const isIfNotExists = takeIfNotExists(parser);
  const name = parseIdentifier(parser, 'the name of an index');
  const table = parseIndexedTable(parser);
  const type = take(parser, k.USING) ? parseIdentifier(parser, 'the type of the index') : null;
  const columns = parseParenthesized(parser, parseIndexedColumn);
  const options = take(parser, k.OPTIONS) ? parsePropertyList(parser) : [];
  const parts = { isIfNotExists, name, table, type, columns, options };
  return { kind: 'create-index', first, last: lastRead(parser), ...parts };
}

function parseIndexedTable(parser: Parser): NameReference {
  expect(parser, k.ON);
  if (isNext(parser, k.TABLE) && isName(parser, 1) && isUsual(parser, choice.modifier)) advance(parser);
  return parseNameReference(parser, 'the name of a table');
}

function parseIndexedColumn(parser: Parser): IndexedColumn {
  const first = parser.at;
  const name = parseMultipartName(parser, 'the name of a column');
  const options = take(parser, k.OPTIONS) ? parsePropertyList(parser) : [];
  return { first, last: lastRead(parser), name, options };
}

/** The rest of `DROP INDEX`; `INDEX` comes next. In any other form it is a command of Hive. */
export function parseDropIndex(parser: Parser, first: number): Statement {
  return parseOrUnsupported(parser, [first, parser.at], () => {
    advance(parser);
    const isIfExists = takeIfExists(parser);
    const name = parseIdentifier(parser, 'the name of an index');
    const table = parseIndexedTable(parser);
    return { kind: 'drop-index', first, last: lastRead(parser), isIfExists, name, table };
  });
}
