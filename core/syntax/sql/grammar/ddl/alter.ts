import { k } from '../../lexer/keywords.ts';
import { advance, codeAt, isNext, type Parser } from '../../parser/parser.ts';
import type { Statement } from '../../tree/statement.ts';
import { parseAlterTable } from './alter-table.ts';
import { parseAlterView } from './alter-view.ts';
import { refuse } from './create.ts';
import { isNamespaceWord, parseAlterNamespace } from './namespace.ts';
import { finishUnsupported } from './unsupported-hive.ts';

/** `ALTER …`. */
export function parseAlter(parser: Parser): Statement {
  const first = parser.at;
  advance(parser);
  if (isNext(parser, k.TABLE)) return parseAlterTable(parser, first);
  if (isNext(parser, k.VIEW)) return parseAlterView(parser, first);
  if (isNamespaceWord(codeAt(parser))) return parseAlterNamespace(parser, first);
  if (isNext(parser, k.INDEX)) return finishUnsupported(parser, [first, parser.at]);
  return refuse(parser, first, k.TABLE, k.VIEW, k.DATABASE);
}
