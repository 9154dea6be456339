import { k } from '../../lexer/keywords.ts';
import { expect, expectOneOf } from '../../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Statement } from '../../tree/statement.ts';
import { parseCreateFunction } from './create-function.ts';
import { parseCreateTable } from './create-table.ts';
import { parseCreateView } from './create-view.ts';
import { parseCreateIndex } from './index-statement.ts';
import { isNamespaceWord, parseCreateNamespace } from './namespace.ts';
import { finishUnsupported } from './unsupported-hive.ts';

/** `CREATE …`: what is made is said by the words behind it. */
export function parseCreate(parser: Parser): Statement {
  const first = parser.at;
  advance(parser);
  const isReplacing = take(parser, k.OR) && expect(parser, k.REPLACE);
  const isGlobal = take(parser, k.GLOBAL);
  const isTemporary = takeTemporary(parser);
  if (isGlobal && !isTemporary) return refuse(parser, first, k.TEMPORARY);
  const header = { first, isReplacing, isGlobal, isTemporary };
  if (isNext(parser, k.VIEW)) return parseCreateView(parser, header);
  if (isGlobal) return refuse(parser, first, k.VIEW);
  if (isNext(parser, k.FUNCTION)) return parseCreateFunction(parser, { first, isReplacing, isTemporary });
  if (isReplacing) return parseReplacing(parser, first, isTemporary);
  const isExternal = take(parser, k.EXTERNAL);
  if (isNext(parser, k.TABLE)) {
    return parseCreateTable(parser, { first, mode: 'create', isTemporary, isExternal });
  }
  if (isExternal) return refuse(parser, first, k.TABLE);
  if (isTemporary) return parseMacro(parser, first);
  if (isNamespaceWord(codeAt(parser))) return parseCreateNamespace(parser, first);
  if (isNext(parser, k.INDEX)) return parseCreateIndex(parser, first);
  if (isNext(parser, k.ROLE)) return finishUnsupported(parser, [first, parser.at]);
  return refuse(parser, first, k.TABLE, k.VIEW, k.FUNCTION, k.DATABASE);
}

/** `TEMPORARY`, or `TEMP` for short. */
export function takeTemporary(parser: Parser): boolean {
  return take(parser, k.TEMPORARY) || take(parser, k.TEMP);
}

/** Tells that one of these words was expected. */
export function refuse(parser: Parser, first: number, ...words: readonly number[]): Statement {
  expectOneOf(parser, ...words);
  return { kind: 'unknown', first, last: lastRead(parser) };
}

function parseReplacing(parser: Parser, first: number, isTemporary: boolean): Statement {
  if (isTemporary) return refuse(parser, first, k.VIEW, k.FUNCTION);
  if (!isNext(parser, k.TABLE)) return refuse(parser, first, k.TABLE, k.VIEW, k.FUNCTION);
  return parseCreateTable(parser, {
    first,
    mode: 'create-or-replace',
    isTemporary: false,
    isExternal: false,
  });
}

/** `CREATE TEMPORARY MACRO`; `TEMPORARY` is read. */
function parseMacro(parser: Parser, first: number): Statement {
  if (!isNext(parser, k.MACRO)) return refuse(parser, first, k.VIEW, k.FUNCTION, k.TABLE);
  return finishUnsupported(parser, [first, parser.at - 1, parser.at]);
}
