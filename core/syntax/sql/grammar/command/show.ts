import { k } from '../../lexer/keywords.ts';
import { isStringCode, s } from '../../lexer/token-codes.ts';
import { attempt } from '../../parser/attempt.ts';
import { expect, expectOneOf, problemHere } from '../../parser/expect.ts';
import { closeParenthesis } from '../../parser/lists.ts';
import { advance, codeAt, type Parser, take } from '../../parser/parser.ts';
import type { Command, Show, Shown } from '../../tree/command.ts';
import type { NameReference, Node } from '../../tree/node.ts';
import { isName, parseIdentifier, parseMultipartName, parseNameReference } from '../names.ts';
import { parsePartition } from '../partition-specification.ts';
import { parsePropertyKey } from '../property-list.ts';
import { parseString } from '../string.ts';
import { makeShow } from './make-show.ts';
import { parseShowFunctions } from './show-functions.ts';
import { parseUnsupported } from './unsupported.ts';

/** `SHOW TABLES …` and all other kinds; `SHOW` comes next. */
export function parseShow(parser: Parser): Command {
  const first = parser.at;
  if (codeAt(parser, 2) === k.FUNCTIONS && isName(parser, 1)) return parseShowFunctions(parser);
  switch (codeAt(parser, 1)) {
    case k.FUNCTIONS:
      return parseShowFunctions(parser);
    case k.TABLES:
      return parseListing(parser, 'tables');
    case k.VIEWS:
      return parseListing(parser, 'views');
    case k.NAMESPACES:
    case k.DATABASES:
    case k.SCHEMAS:
      return parseListing(parser, 'namespaces');
    case k.CATALOGS:
      parser.at += 2;
      return makeShow(parser, first, 'catalogs', { pattern: parsePattern(parser) });
    case k.TABLE:
      return parseTableExtended(parser);
    case k.TBLPROPERTIES:
      return parseTableProperties(parser);
    case k.COLUMNS:
      return parseColumns(parser);
    case k.PARTITIONS: {
      parser.at += 2;
      const table = parseNameReference(parser, 'the name of a table');
      return makeShow(parser, first, 'partitions', { table, partition: parsePartition(parser) });
    }
    case k.CREATE:
      return parseCreateTable(parser);
    case k.CURRENT:
      return parseCurrent(parser);
    case k.ROLE:
      return parseUnsupported(parser, codeAt(parser, 2) === k.GRANT ? 3 : 2);
    case k.GRANT:
    case k.ROLES:
    case k.PRINCIPALS:
    case k.COMPACTIONS:
    case k.TRANSACTIONS:
    case k.INDEXES:
    case k.LOCKS:
      return parseUnsupported(parser, 2);
    default:
      return parseUnknown(parser);
  }
}

/** Only functions have a word of any kind before them. */
function parseUnknown(parser: Parser): Command {
  const first = parser.at;
  advance(parser);
  parseIdentifier(parser, 'what to show, such as `TABLES`,');
  problemHere(parser, '`FUNCTIONS`');
  return makeShow(parser, first, 'functions', {});
}

/** `LIKE 'pattern'` or the string alone. */
function parsePattern(parser: Parser): Node | null {
  if (!take(parser, k.LIKE) && !isStringCode(codeAt(parser))) return null;
  return parseString(parser, 'a pattern as a string');
}

/** What stands after `FROM` or `IN`. */
function parseNamespace(parser: Parser, isPlain: boolean): NameReference | null {
  if (!take(parser, k.FROM) && !take(parser, k.IN)) return null;
  const what = 'the name of a database';
  if (!isPlain) return parseNameReference(parser, what);
  const { first, last, parts } = parseMultipartName(parser, what);
  return { kind: 'name-reference', first, last, parts, expression: null };
}

function parseListing(parser: Parser, shown: Shown): Show {
  const first = parser.at;
  parser.at += 2;
  const namespace = parseNamespace(parser, shown === 'namespaces');
  return makeShow(parser, first, shown, { namespace, pattern: parsePattern(parser) });
}

/** `SHOW TABLE EXTENDED IN db LIKE 'pattern' PARTITION (…)`. */
function parseTableExtended(parser: Parser): Show {
  const first = parser.at;
  parser.at += 2;
  expect(parser, k.EXTENDED);
  const namespace = parseNamespace(parser, false);
  const pattern = expect(parser, k.LIKE) ? parseString(parser, 'a pattern as a string') : null;
  const partition = parsePartition(parser);
  return makeShow(parser, first, 'table-extended', { namespace, pattern, partition });
}

/** `SHOW TBLPROPERTIES t ('key')`. */
function parseTableProperties(parser: Parser): Show {
  const first = parser.at;
  parser.at += 2;
  const table = parseNameReference(parser, 'the name of a table');
  let property: Node | null = null;
  if (take(parser, s['('])) {
    property = parsePropertyKey(parser);
    closeParenthesis(parser);
  }
  return makeShow(parser, first, 'tblproperties', { table, property });
}

/** `SHOW COLUMNS FROM t IN db`. */
function parseColumns(parser: Parser): Show {
  const first = parser.at;
  parser.at += 2;
  expectOneOf(parser, k.FROM, k.IN);
  const table = parseNameReference(parser, 'the name of a table');
  return makeShow(parser, first, 'columns', { table, namespace: parseNamespace(parser, true) });
}

/** `SHOW CREATE TABLE t AS SERDE`. Hive has more forms of it, which Spark knows and refuses. */
function parseCreateTable(parser: Parser): Command {
  const first = parser.at;
  if (codeAt(parser, 2) !== k.TABLE) {
    parser.at += 2;
    expect(parser, k.TABLE);
    return makeShow(parser, first, 'create-table', {});
  }
  const shown = attempt(parser, (inner) => {
    inner.at += 3;
    const table = parseNameReference(inner, 'the name of a table');
    const isAsSerde = take(inner, k.AS) && expect(inner, k.SERDE);
    return makeShow(inner, first, 'create-table', { table, isAsSerde });
  });
  return shown ?? parseUnsupported(parser, 3);
}

function parseCurrent(parser: Parser): Command {
  const first = parser.at;
  if (codeAt(parser, 2) === k.ROLES) return parseUnsupported(parser, 3);
  parser.at += 2;
  expectOneOf(parser, k.NAMESPACE, k.DATABASE, k.SCHEMA);
  return makeShow(parser, first, 'current-namespace', {});
}
