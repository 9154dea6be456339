import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { problemHere } from '../../parser/expect.ts';
import { codeAt, isEnd, lastRead, type Parser } from '../../parser/parser.ts';
import type { Statement } from '../../tree/statement.ts';
import { parseCache, parseClearCache, parseUncache } from '../command/cache.ts';
import { parseCallProcedure } from '../command/call-procedure.ts';
import { parseDeclareVariable } from '../command/declare-variable.ts';
import { parseDescribe } from '../command/describe.ts';
import { parseExecuteImmediate } from '../command/execute-immediate.ts';
import { parseExplain } from '../command/explain.ts';
import { parseLoadData } from '../command/load-data.ts';
import { parseRefresh } from '../command/refresh.ts';
import { parseResource } from '../command/resource.ts';
import { parseSet } from '../command/set.ts';
import { parseReset } from '../command/set-config.ts';
import { parseShow } from '../command/show.ts';
import { parseUse } from '../command/use.ts';
import { parseAlter } from '../ddl/alter.ts';
import { parseCreate } from '../ddl/create.ts';
import { parseReplace } from '../ddl/create-table.ts';
import { parseDrop } from '../ddl/drop.ts';
import { parseAnalyze, parseCommentOn, parseRepair, parseTruncate } from '../ddl/table-upkeep.ts';
import { parseHiveCommand } from '../ddl/unsupported-hive.ts';
import { parseDmlOrQuery } from '../dml/dml-statement.ts';
import { isName } from '../names.ts';
import { parseNoStatement, parseScriptBlock } from '../script/script-statement.ts';

/** Reads a statement whose first word comes next. */
type StatementRule = (parser: Parser) => Statement;

/** Statements by their first word. */
const rules: ReadonlyMap<number, StatementRule> = new Map<number, StatementRule>([
  [s['('], parseDmlOrQuery],
  [k.ADD, parseResource],
  [k.ALTER, parseAlter],
  [k.ANALYZE, parseAnalyze],
  [k.CACHE, parseCache],
  [k.CLEAR, parseClearCache],
  [k.COMMENT, parseCommentOn],
  [k.COMMIT, parseHiveCommand],
  [k.CREATE, parseCreate],
  [k.DELETE, parseDmlOrQuery],
  [k.DESC, parseDescribe],
  [k.DESCRIBE, parseDescribe],
  [k.DFS, parseHiveCommand],
  [k.DROP, parseDrop],
  [k.EXPLAIN, parseExplain],
  [k.EXPORT, parseHiveCommand],
  [k.FROM, parseDmlOrQuery],
  [k.GRANT, parseHiveCommand],
  [k.IMPORT, parseHiveCommand],
  [k.INSERT, parseDmlOrQuery],
  [k.LIST, parseResource],
  [k.LOAD, parseLoadData],
  [k.LOCK, parseHiveCommand],
  [k.MAP, parseDmlOrQuery],
  [k.MERGE, parseDmlOrQuery],
  [k.MSCK, parseRepair],
  [k.REDUCE, parseDmlOrQuery],
  [k.REFRESH, parseRefresh],
  [k.REPAIR, parseRepair],
  [k.REPLACE, parseReplace],
  [k.RESET, parseReset],
  [k.REVOKE, parseHiveCommand],
  [k.ROLLBACK, parseHiveCommand],
  [k.SELECT, parseDmlOrQuery],
  [k.SET, parseSet],
  [k.SHOW, parseShow],
  [k.START, parseHiveCommand],
  [k.TABLE, parseDmlOrQuery],
  [k.TRUNCATE, parseTruncate],
  [k.UNCACHE, parseUncache],
  [k.UNLOCK, parseHiveCommand],
  [k.UPDATE, parseDmlOrQuery],
  [k.USE, parseUse],
  [k.VALUES, parseDmlOrQuery],
  [k.WITH, parseDmlOrQuery],
]);

/** Those that Spark 4.0 alone knows. */
const newerRules: ReadonlyMap<number, StatementRule> = new Map<number, StatementRule>([
  [k.BEGIN, parseScriptBlock],
  [k.CALL, parseCallProcedure],
  [k.DECLARE, parseDeclareVariable],
  [k.EXECUTE, parseExecuteImmediate],
]);

/** One statement of any kind, without its `;`. */
export function parseStatement(parser: Parser): Statement {
  const first = parser.at;
  if (isEnd(parser)) return { kind: 'empty', first, last: first - 1 };
  const code = codeAt(parser);
  const rule = rules.get(code) ?? (parser.isFour ? newerRules.get(code) : undefined);
  if (rule !== undefined) return rule(parser);
  const isInBlock = parser.codes[0] === k.BEGIN && first > 0;
  if (isInBlock && isName(parser)) return parseNoStatement(parser);
  problemHere(parser, 'a statement');
  return { kind: 'unknown', first, last: lastRead(parser) };
}
