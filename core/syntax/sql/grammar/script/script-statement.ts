import { k } from '../../lexer/keywords.ts';
import { attempt } from '../../parser/attempt.ts';
import { expectOneOf, problemHere } from '../../parser/expect.ts';
import { enterNesting, leaveNesting } from '../../parser/nesting.ts';
import { advance, codeAt, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { QualifiedName } from '../../tree/node.ts';
import type { Block, BlockStatement, ScriptStatement } from '../../tree/script.ts';
import { parseCatalog } from '../command/set.ts';
import { parseSetVariable } from '../command/set-variable.ts';
import { parseBlock, parseWholeBlock } from './block.ts';
import { parseCaseStatement, parseIf } from './conditional.ts';
import { isCondition, isHandler, parseDeclareCondition, parseDeclareHandler } from './declaration.ts';
import { isLabel, parseLabel, parseLabelName } from './label.ts';
import { parseFor, parseLoop, parseRepeat, parseWhile } from './loop.ts';

/** A script: `BEGIN … END`, in which statements of any kind stand; `BEGIN` comes next. */
export function parseScriptBlock(parser: Parser): Block {
  return parseWholeBlock(parser, parseBlockStatement);
}

/** One statement of a block, without its `;`. */
function parseBlockStatement(parser: Parser): BlockStatement {
  if (!enterNesting(parser)) return { kind: 'missing', first: parser.at, last: lastRead(parser) };
  const statement = parseControl(parser) ?? parsePlain(parser);
  leaveNesting(parser);
  return statement;
}

/** Statements that direct what is done; null for all others. */
function parseControl(parser: Parser): ScriptStatement | null {
  const first = parser.at;
  if (isLabel(parser)) return parseLabelled(parser);
  switch (codeAt(parser)) {
    case k.IF:
      return parseIf(parser, parseBlockStatement);
    case k.CASE:
      return parseCaseStatement(parser, parseBlockStatement);
    case k.LEAVE:
    case k.ITERATE: {
      const kind = isNext(parser, k.LEAVE) ? 'leave' : 'iterate';
      advance(parser);
      const label = parseLabelName(parser);
      return { kind, first, last: lastRead(parser), label };
    }
    case k.DECLARE:
      if (isHandler(parser)) return parseDeclareHandler(parser, parseAction);
      return isCondition(parser) ? parseDeclareCondition(parser) : null;
    default:
      return parseLoopOrBlock(parser, first, null);
  }
}

function parseLabelled(parser: Parser): ScriptStatement {
  const first = parser.at;
  const label = parseLabel(parser);
  const statement = parseLoopOrBlock(parser, first, label);
  if (statement !== null) return statement;
  expectOneOf(parser, k.BEGIN, k.WHILE, k.REPEAT, k.LOOP, k.FOR);
  return { kind: 'block', first, last: lastRead(parser), label, endLabel: null, statements: [] };
}

function parseLoopOrBlock(
  parser: Parser,
  first: number,
  label: QualifiedName | null,
): ScriptStatement | null {
  switch (codeAt(parser)) {
    case k.BEGIN:
      return parseBlock(parser, first, label, parseBlockStatement);
    case k.WHILE:
      return parseWhile(parser, first, label, parseBlockStatement);
    case k.REPEAT:
      return parseRepeat(parser, first, label, parseBlockStatement);
    case k.LOOP:
      return parseLoop(parser, first, label, parseBlockStatement);
    case k.FOR:
      return parseFor(parser, first, label, parseBlockStatement);
    default:
      return null;
  }
}

/** What a handler does: a block, or a statement that directs nothing. */
function parseAction(parser: Parser): BlockStatement {
  const isBlock = isNext(parser, k.BEGIN) || isLabel(parser);
  return isBlock ? parseBlockStatement(parser) : parsePlain(parser);
}

/** A statement as it stands outside of blocks too. `SET` sets variables here. */
function parsePlain(parser: Parser): BlockStatement {
  const first = parser.at;
  if (isNext(parser, k.SET)) {
    const catalog = isNext(parser, k.SET, k.CATALOG) ? attempt(parser, parseCatalog) : null;
    if (catalog !== null) return catalog;
    advance(parser);
    return parseSetVariable(parser, first);
  }
  if (isNext(parser, k.RESET)) return parseNoStatement(parser);
  return parser.rules.statement(parser);
}

/** A word that begins no statement of a block could be a label. */
export function parseNoStatement(parser: Parser): { kind: 'unknown'; first: number; last: number } {
  const first = parser.at;
  parseLabelName(parser);
  problemHere(parser, '`:` behind a label');
  return { kind: 'unknown', first, last: lastRead(parser) };
}
