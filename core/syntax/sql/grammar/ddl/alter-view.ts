import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { expect, expectOneOf } from '../../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { Alteration } from '../../tree/alter-table.ts';
import type { Statement } from '../../tree/statement.ts';
import { parseNameReference } from '../names.ts';
import { finishRename, parseAddPartitions, parseDropPartitions } from './alter-parts.ts';
import { parseSetProperties, parseUnset } from './alter-table.ts';
import { parseSchemaBinding } from './clause.ts';
import { parseAsQuery } from './create-table.ts';

/** The rest of `ALTER VIEW`; `VIEW` comes next. */
export function parseAlterView(parser: Parser, first: number): Statement {
  advance(parser);
  const name = parseNameReference(parser, 'the name of a view');
  const alteration = parseAlteration(parser);
  return { kind: 'alter-view', first, last: lastRead(parser), name, alteration };
}

function parseAlteration(parser: Parser): Alteration {
  const first = parser.at;
  switch (codeAt(parser)) {
    case k.RENAME:
      advance(parser);
      expect(parser, k.TO);
      return finishRename(parser, first);
    case k.SET:
      advance(parser);
      return parseSetProperties(parser, first);
    case k.UNSET:
      return parseUnset(parser);
    case k.ADD:
      advance(parser);
      return parseAddPartitions(parser, first, k.PARTITION);
    case k.DROP:
      advance(parser);
      return parseDropPartitions(parser, first, k.PARTITION);
    default:
  }
  if (parser.isFour && isBinding(parser)) {
    const clause = parseSchemaBinding(parser);
    return { kind: 'set-clause', first, last: lastRead(parser), clause };
  }
  const query = parseAsQuery(parser);
  if (query !== null) return { kind: 'set-query', first, last: lastRead(parser), query };
  expectOneOf(parser, k.AS, k.RENAME, k.SET, k.UNSET);
  return { kind: 'missing', first: parser.at, last: lastRead(parser) };
}

/** `WITH SCHEMA …`, and not a common table of that name. */
function isBinding(parser: Parser): boolean {
  if (!isNext(parser, k.WITH, k.SCHEMA)) return false;
  const next = codeAt(parser, 2);
  return next !== k.AS && next !== s['('];
}
