import { k } from '../../lexer/keywords.ts';
import { isStringCode, s } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect, expectAll, expectOneOf } from '../../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import { isQueryStart } from '../../parser/query-start.ts';
import type { InsertTarget } from '../../tree/dml.ts';
import { isQueryInParentheses } from '../expression/parentheses.ts';
import { parseIdentifierList, parseNameReference } from '../names.ts';
import { parsePartition } from '../partition-specification.ts';
import { parsePropertyList } from '../property-list.ts';
import { parseInsertDirectory } from './insert-directory.ts';

/** `INSERT INTO t (a, b)`, `INSERT OVERWRITE DIRECTORY '…' …`; `INSERT` comes next. */
export function parseInsertTarget(parser: Parser): InsertTarget {
  const first = parser.at;
  advance(parser);
  const isOverwrite = expectOneOf(parser, k.INTO, k.OVERWRITE) === k.OVERWRITE;
  if (isOverwrite && isDirectory(parser)) return parseInsertDirectory(parser, first);
  if (isNext(parser, k.TABLE) && isTableWord(parser)) advance(parser);
  const name = parseNameReference(parser, 'the name of a table');
  const isWithOptions = parser.isFour && isNext(parser, k.WITH, s['(']);
  if (isWithOptions) advance(parser);
  const options = isWithOptions ? parsePropertyList(parser) : [];
  const target = { kind: 'insert-table', first, isOverwrite, name, options } as const;
  if (!isOverwrite && isNext(parser, k.REPLACE)) {
    advance(parser);
    const replaceWhere = expect(parser, k.WHERE) ? parser.rules.expression(parser) : null;
    const none = { partition: null, isIfNotExists: false, isByName: false, columns: [] };
    return { ...target, ...none, last: lastRead(parser), replaceWhere };
  }
  const partition = parsePartition(parser);
  const isIfNotExists = (!isOverwrite || partition !== null) && takeIfNotExists(parser);
  const isByName = isNext(parser, k.BY);
  if (isByName) expectAll(parser, k.BY, k.NAME);
  const isList = !isByName && isNext(parser, s['(']) && !isQueryInParentheses(parser);
  const columns = isList ? parseIdentifierList(parser, 'the name of a column') : [];
  const last = lastRead(parser);
  return { ...target, last, partition, isIfNotExists, isByName, columns, replaceWhere: null };
}

function takeIfNotExists(parser: Parser): boolean {
  if (!take(parser, k.IF)) return false;
  if (!take(parser, s['!'])) expect(parser, k.NOT);
  expect(parser, k.EXISTS);
  return true;
}

/** `DIRECTORY '…'` and not a table of that name. */
function isDirectory(parser: Parser): boolean {
  const ahead = isNext(parser, k.LOCAL, k.DIRECTORY) ? 1 : 0;
  if (codeAt(parser, ahead) !== k.DIRECTORY) return false;
  const next = codeAt(parser, ahead + 1);
  return ahead === 1 || isStringCode(next) || next === k.USING;
}

/** `INTO TABLE t`, and not a table of that name. */
function isTableWord(parser: Parser): boolean {
  const next = codeAt(parser, 1);
  const isLikelyName = isQueryStart(next) || next === s['('] || next === s['.'] || next === k.PARTITION;
  return isLikelyName !== isUsual(parser, choice.modifier);
}
