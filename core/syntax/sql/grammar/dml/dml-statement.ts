import { k } from '../../lexer/keywords.ts';
import { codeAt, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { With } from '../../tree/query.ts';
import type { Statement } from '../../tree/statement.ts';
import { parseQueryBody, parseWith } from '../query/query.ts';
import { parseDelete } from './delete.ts';
import { isMultiInsert, parseInsert, parseMultiInsert } from './insert.ts';
import { parseMerge } from './merge.ts';
import { parseUpdate } from './update.ts';

/** A query or a statement that changes rows, with or without `WITH …`: both begin alike. */
export function parseDmlOrQuery(parser: Parser): Statement {
  const first = parser.at;
  const with_ = isNext(parser, k.WITH) ? parseWith(parser) : null;
  return parseAfterWith(parser, first, with_);
}

function parseAfterWith(parser: Parser, first: number, with_: With | null): Statement {
  switch (codeAt(parser)) {
    case k.INSERT:
      return parseInsert(parser, first, with_);
    case k.UPDATE:
      return parseUpdate(parser, first, with_);
    case k.DELETE:
      return parseDelete(parser, first, with_);
    case k.MERGE:
      return parseMerge(parser, first, with_);
    case k.FROM:
      if (isMultiInsert(parser)) return parseMultiInsert(parser, first, with_);
      break;
    default:
  }
  const query = parseQueryBody(parser, first, with_);
  return { kind: 'query', first, last: lastRead(parser), query };
}
