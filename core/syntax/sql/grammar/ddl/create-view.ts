import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect } from '../../parser/expect.ts';
import { parseParenthesized } from '../../parser/lists.ts';
import { codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { ViewColumn } from '../../tree/ddl.ts';
import type { Statement } from '../../tree/statement.ts';
import type { Clause } from '../../tree/table-clause.ts';
import { takeIfNotExists } from '../existence.ts';
import { parseIdentifier, parseIdentifierList, parseMultipartName, parseNameReference } from '../names.ts';
import { parsePropertyList } from '../property-list.ts';
import { parseSettledName } from '../settled-name.ts';
import { parseString } from '../string.ts';
import { parseClauses, parseCollation, parseComment, parseProperties, parseSchemaBinding } from './clause.ts';
import { parseTypedColumn } from './column-definition.ts';
import { isShort } from './create-table.ts';

/** What stands before `VIEW`. */
export interface ViewHeader {
  readonly first: number;
  readonly isReplacing: boolean;
  readonly isGlobal: boolean;
  readonly isTemporary: boolean;
}

/** The rest of `CREATE VIEW`; `VIEW` comes next. */
export function parseCreateView(parser: Parser, header: ViewHeader): Statement {
  expect(parser, k.VIEW);
  const isIfNotExists = takeIfNotExists(parser);
  const parseName = header.isTemporary ? parseNameReference : parseSettledName;
  const name = parseName(parser, 'the name of a view');
  const canUse = header.isTemporary && !isIfNotExists && isShort(name);
  const isTyped = canUse && isNext(parser, s['(']) && isTypedList(parser);
  if (canUse && (isTyped || isNext(parser, k.USING))) {
    const columns = isTyped ? parseParenthesized(parser, parseTypedColumn) : [];
    expect(parser, k.USING);
    const provider = parseMultipartName(parser, 'a format such as `csv`');
    const options = take(parser, k.OPTIONS) ? parsePropertyList(parser) : [];
    const { first, isReplacing, isGlobal } = header;
    const parts = { isReplacing, isGlobal, name, columns, provider, options };
    return { kind: 'create-view-using', first, last: lastRead(parser), ...parts };
  }
  const columns = isNext(parser, s['(']) ? parseParenthesized(parser, parseViewColumn) : [];
  const clauses = parseClauses(parser, parseViewClause);
  expect(parser, k.AS);
  const query = parser.rules.query(parser);
  return {
    kind: 'create-view',
    ...header,
    last: lastRead(parser),
    isIfNotExists,
    name,
    columns,
    clauses,
    query,
  };
}

/** Whether the first column in these parentheses has a type; one without has at most a comment. */
function isTypedList(parser: Parser): boolean {
  switch (codeAt(parser, 2)) {
    case s[',']:
    case s[')']:
    case k.COMMENT:
      return !isUsual(parser, choice.form);
    default:
      return isUsual(parser, choice.form);
  }
}

function parseViewColumn(parser: Parser): ViewColumn {
  const first = parser.at;
  const name = parseIdentifier(parser, 'the name of a column');
  const comment = take(parser, k.COMMENT) ? parseString(parser, 'the comment as a string') : null;
  return { first, last: lastRead(parser), name, comment };
}

function parseViewClause(parser: Parser): Clause | null {
  const first = parser.at;
  if (take(parser, k.PARTITIONED)) {
    const columns = expect(parser, k.ON) ? parseIdentifierList(parser, 'the name of a column') : [];
    return { kind: 'partitioned-on', first, last: lastRead(parser), columns };
  }
  if (parser.isFour && isNext(parser, k.WITH)) return parseSchemaBinding(parser);
  return parseComment(parser) ?? parseProperties(parser) ?? parseCollation(parser);
}
