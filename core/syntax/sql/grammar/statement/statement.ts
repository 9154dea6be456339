import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { problemHere } from '../../parser/expect.ts';
import { codeAt, isEnd, lastRead, type Parser } from '../../parser/parser.ts';
import type { Statement } from '../../tree/statement.ts';
import { parseDmlOrQuery } from '../dml/dml-statement.ts';
import { parseOpaque } from './opaque.ts';

/** Reads a statement whose first word comes next. */
type StatementRule = (parser: Parser) => Statement;

/** Statements by their first word. */
const rules: ReadonlyMap<number, StatementRule> = new Map([
  [s['('], parseDmlOrQuery],
  [k.ADD, parseOpaque],
  [k.ALTER, parseOpaque],
  [k.ANALYZE, parseOpaque],
  [k.BEGIN, parseOpaque],
  [k.CACHE, parseOpaque],
  [k.CLEAR, parseOpaque],
  [k.COMMENT, parseOpaque],
  [k.COMMIT, parseOpaque],
  [k.CREATE, parseOpaque],
  [k.DECLARE, parseOpaque],
  [k.DELETE, parseDmlOrQuery],
  [k.DESC, parseOpaque],
  [k.DESCRIBE, parseOpaque],
  [k.DFS, parseOpaque],
  [k.DROP, parseOpaque],
  [k.EXECUTE, parseOpaque],
  [k.EXPLAIN, parseOpaque],
  [k.EXPORT, parseOpaque],
  [k.FROM, parseDmlOrQuery],
  [k.GRANT, parseOpaque],
  [k.IMPORT, parseOpaque],
  [k.INSERT, parseDmlOrQuery],
  [k.LIST, parseOpaque],
  [k.LOAD, parseOpaque],
  [k.LOCK, parseOpaque],
  [k.MAP, parseDmlOrQuery],
  [k.MERGE, parseDmlOrQuery],
  [k.MSCK, parseOpaque],
  [k.REDUCE, parseDmlOrQuery],
  [k.REFRESH, parseOpaque],
  [k.REPAIR, parseOpaque],
  [k.REPLACE, parseOpaque],
  [k.RESET, parseOpaque],
  [k.REVOKE, parseOpaque],
  [k.ROLLBACK, parseOpaque],
  [k.SELECT, parseDmlOrQuery],
  [k.SET, parseOpaque],
  [k.SHOW, parseOpaque],
  [k.START, parseOpaque],
  [k.TABLE, parseDmlOrQuery],
  [k.TRUNCATE, parseOpaque],
  [k.UNCACHE, parseOpaque],
  [k.UNLOCK, parseOpaque],
  [k.UPDATE, parseDmlOrQuery],
  [k.USE, parseOpaque],
  [k.VALUES, parseDmlOrQuery],
  [k.WITH, parseDmlOrQuery],
]);

/** One statement of any kind, without its `;`. */
export function parseStatement(parser: Parser): Statement {
  const first = parser.at;
  if (isEnd(parser)) return { kind: 'empty', first, last: first - 1 };
  const rule = rules.get(codeAt(parser));
  if (rule !== undefined) return rule(parser);
  problemHere(parser, 'a statement');
  return { kind: 'unknown', first, last: lastRead(parser) };
}
