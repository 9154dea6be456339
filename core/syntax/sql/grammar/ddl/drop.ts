import { k } from '../../lexer/keywords.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { DefinedObject } from '../../tree/ddl.ts';
import type { Statement } from '../../tree/statement.ts';
import { takeIfExists } from '../existence.ts';
import { parseSettledName } from '../settled-name.ts';
import { refuse, takeTemporary } from './create.ts';
import { parseDropIndex } from './index-statement.ts';
import { isNamespaceWord } from './namespace.ts';
import { finishUnsupported } from './unsupported-hive.ts';

/** `DROP …`. */
export function parseDrop(parser: Parser): Statement {
  const first = parser.at;
  advance(parser);
  if (takeTemporary(parser)) return parseDropTemporary(parser, first);
  const code = codeAt(parser);
  if (code === k.INDEX) return parseDropIndex(parser, first);
  if (code === k.ROLE) return finishUnsupported(parser, [first, parser.at]);
  if (code === k.TABLE) return finishDrop(parser, first, { object: 'table', isTemporary: false });
  if (code === k.VIEW) return finishDrop(parser, first, { object: 'view', isTemporary: false });
  if (code === k.FUNCTION) return finishDrop(parser, first, { object: 'function', isTemporary: false });
  if (isNamespaceWord(code)) return finishDrop(parser, first, { object: 'namespace', isTemporary: false });
  return refuse(parser, first, k.TABLE, k.VIEW, k.FUNCTION, k.DATABASE);
}

/** A function, or in Spark 4.0 a variable, of the session. */
function parseDropTemporary(parser: Parser, first: number): Statement {
  const isVariable = isNext(parser, k.VARIABLE) || isNext(parser, k.VAR);
  if (parser.isFour && isVariable)
    return finishDrop(parser, first, { object: 'variable', isTemporary: true });
  if (isNext(parser, k.FUNCTION)) return finishDrop(parser, first, { object: 'function', isTemporary: true });
  if (isNext(parser, k.MACRO)) return finishUnsupported(parser, [first, parser.at - 1, parser.at]);
  return refuse(parser, first, k.FUNCTION);
}

interface Dropped {
  readonly object: DefinedObject;
  readonly isTemporary: boolean;
}

/** The rest, from the word for what is dropped on. */
function finishDrop(parser: Parser, first: number, dropped: Dropped): Statement {
  advance(parser);
  const isIfExists = takeIfExists(parser);
  const name = parseSettledName(parser, `the name of a ${wordFor(dropped.object)}`);
  const ending = parseEnding(parser, dropped.object);
  return { kind: 'drop', first, last: lastRead(parser), ...dropped, isIfExists, name, ending };
}

function wordFor(object: DefinedObject): string {
  return object === 'namespace' ? 'database' : object;
}

function parseEnding(parser: Parser, object: DefinedObject): 'purge' | 'restrict' | 'cascade' | null {
  if (object === 'table') return take(parser, k.PURGE) ? 'purge' : null;
  if (object !== 'namespace') return null;
  return take(parser, k.RESTRICT) ? 'restrict' : take(parser, k.CASCADE) ? 'cascade' : null;
}
