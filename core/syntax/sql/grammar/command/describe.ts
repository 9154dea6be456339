import { k } from '../../lexer/keywords.ts';
import { isStringCode, s, t } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take, takeBoth } from '../../parser/parser.ts';
import { isQueryStart } from '../../parser/query-start.ts';
import type { Describe } from '../../tree/command.ts';
import type { QualifiedName } from '../../tree/node.ts';
import { isName, parseMultipartName, parseNameReference, parseQualifiedName } from '../names.ts';
import { parsePartition } from '../partition-specification.ts';
import { isDescribedOperator, parseDescribeFunction } from './describe-function.ts';
import { isNamespaceWord } from './use.ts';

/** `DESCRIBE t`, `DESC QUERY SELECT …`, `DESC FUNCTION f`, `DESC DATABASE db`; `DESC` or `DESCRIBE` comes next. */
export function parseDescribe(parser: Parser): Describe {
  const first = parser.at;
  advance(parser);
  if (isDescribedQuery(parser)) {
    take(parser, k.QUERY);
    const query = parser.rules.query(parser);
    return { kind: 'describe-query', first, last: lastRead(parser), query };
  }
  if (
    isNext(parser, k.FUNCTION) &&
    (isNameBehind(parser) || isDescribedOperator(parser, codeAt(parser, 1)))
  ) {
    return parseDescribeFunction(parser, first);
  }
  if (isNamespaceWord(parser) && isNameBehind(parser)) {
    advance(parser);
    const isExtended = isNext(parser, k.EXTENDED) && isName(parser, 1) && take(parser, k.EXTENDED);
    const name = parseNameReference(parser, 'the name of a database');
    return { kind: 'describe-namespace', first, last: lastRead(parser), isExtended, name };
  }
  return parseDescribeTable(parser, first);
}

/** Whether the word that comes next has a name behind it, and is no table itself. */
function isNameBehind(parser: Parser): boolean {
  if (isStringCode(codeAt(parser, 1))) return true;
  return isName(parser, 1) && !(codeAt(parser, 1) === k.PARTITION && codeAt(parser, 2) === s['(']);
}

function isDescribedQuery(parser: Parser): boolean {
  const ahead = isNext(parser, k.QUERY) ? 1 : 0;
  const code = codeAt(parser, ahead);
  if (code === s['(']) return true;
  if (!isQueryStart(code)) return false;
  const next = codeAt(parser, ahead + 1);
  const mayBegin = isName(parser, ahead + 1) || next === s['('] || isBeginOfItem(next);
  if (!mayBegin) return false;
  // `DESC TABLE t` is about the table, unless more follows.
  const isLikelyTable = code === k.TABLE && ahead === 0;
  return isLikelyTable !== isUsual(parser, choice.form);
}

function isBeginOfItem(code: number): boolean {
  switch (code) {
    case t.string:
    case t.rawString:
    case t.integer:
    case t.decimal:
    case t.number:
    case s['*']:
    case s['-']:
    case s['?']:
    case s['/*+']:
      return true;
    default:
      return false;
  }
}

function parseDescribeTable(parser: Parser, first: number): Describe {
  if (isNext(parser, k.TABLE) && isNameBehind(parser)) advance(parser);
  const isDetail = (isNext(parser, k.EXTENDED) || isNext(parser, k.FORMATTED)) && isNameBehind(parser);
  const detail = !isDetail ? null : isNext(parser, k.EXTENDED) ? 'extended' : 'formatted';
  if (isDetail) advance(parser);
  const name = parseNameReference(parser, 'the name of a table');
  const partition = parsePartition(parser);
  const hasColumn = isName(parser) && !isAsJson(parser);
  const column = hasColumn ? parseColumn(parser) : null;
  const isJson = isAsJson(parser) && takeBoth(parser, k.AS, k.JSON);
  return { kind: 'describe-table', first, last: lastRead(parser), detail, name, partition, column, isJson };
}

/** Spark 3.5 does not tell `test-column` by name. */
function parseColumn(parser: Parser): QualifiedName {
  const what = 'the name of a column';
  return parser.isFour ? parseMultipartName(parser, what) : parseQualifiedName(parser, what);
}

function isAsJson(parser: Parser): boolean {
  return parser.isFour && isNext(parser, k.AS, k.JSON);
}
