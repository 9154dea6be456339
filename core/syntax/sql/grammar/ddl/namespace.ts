import { k } from '../../lexer/keywords.ts';
import { expect, expectOneOf } from '../../parser/expect.ts';
import { advance, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Property } from '../../tree/property.ts';
import type { Statement } from '../../tree/statement.ts';
import type { Clause } from '../../tree/table-clause.ts';
import { takeIfNotExists } from '../existence.ts';
import { parseNameReference } from '../names.ts';
import { parsePropertyList } from '../property-list.ts';
import { parseSettledName } from '../settled-name.ts';
import { parseClauses, parseComment, parseLocation } from './clause.ts';

/** Whether a token is one of the words for a database. */
export function isNamespaceWord(code: number): boolean {
  return code === k.DATABASE || code === k.SCHEMA || code === k.NAMESPACE;
}

/** The rest of `CREATE DATABASE`; the word for the database comes next. */
export function parseCreateNamespace(parser: Parser, first: number): Statement {
  advance(parser);
  const isIfNotExists = takeIfNotExists(parser);
  const name = parseSettledName(parser, 'the name of a database');
  const clauses = parseClauses(parser, parseNamespaceClause);
  return { kind: 'create-namespace', first, last: lastRead(parser), isIfNotExists, name, clauses };
}

function parseNamespaceClause(parser: Parser): Clause | null {
  const first = parser.at;
  if (take(parser, k.WITH)) {
    const properties = parseDatabaseProperties(parser);
    return { kind: 'properties', first, last: lastRead(parser), properties };
  }
  return parseComment(parser) ?? parseLocation(parser);
}

function parseDatabaseProperties(parser: Parser): readonly Property[] {
  return expectOneOf(parser, k.DBPROPERTIES, k.PROPERTIES) === 0 ? [] : parsePropertyList(parser);
}

/** The rest of `ALTER DATABASE`; the word for the database comes next. */
export function parseAlterNamespace(parser: Parser, first: number): Statement {
  advance(parser);
  const name = parseNameReference(parser, 'the name of a database');
  const parts = { kind: 'alter-namespace', first, name } as const;
  if (parser.isFour && take(parser, k.UNSET)) {
    const properties = parseDatabaseProperties(parser);
    return { ...parts, last: lastRead(parser), change: 'unset-properties', properties, location: null };
  }
  if (!expect(parser, k.SET)) {
    return { ...parts, last: lastRead(parser), change: null, properties: [], location: null };
  }
  const location = isNext(parser, k.LOCATION) ? parseLocation(parser) : null;
  if (location !== null) {
    return {
      ...parts,
      last: lastRead(parser),
      change: 'set-location',
      properties: [],
      location: location.path,
    };
  }
  const isRead = expectOneOf(parser, k.DBPROPERTIES, k.PROPERTIES, k.LOCATION) !== 0;
  const properties = isRead ? parsePropertyList(parser) : [];
  return { ...parts, last: lastRead(parser), change: 'set-properties', properties, location: null };
}
