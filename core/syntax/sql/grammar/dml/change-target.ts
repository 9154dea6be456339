import { lastRead, type Parser } from '../../parser/parser.ts';
import type { ChangeTarget } from '../../tree/dml.ts';
import { parseNameReference } from '../names.ts';
import { parseTableAlias } from '../query/relation-parts.ts';

/** `db.t AS a`. */
export function parseChangeTarget(parser: Parser): ChangeTarget {
  const first = parser.at;
  const name = parseNameReference(parser, 'the name of a table');
  const alias = parseTableAlias(parser);
  return { first, last: lastRead(parser), name, alias };
}
