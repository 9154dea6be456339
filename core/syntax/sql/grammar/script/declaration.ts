import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { expect } from '../../parser/expect.ts';
import { parseSeries } from '../../parser/lists.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take, takeBoth } from '../../parser/parser.ts';
import type { Node } from '../../tree/node.ts';
import type { HandledCondition, ScriptStatement } from '../../tree/script.ts';
import { isName, parseQualifiedName } from '../names.ts';
import { parseString } from '../string.ts';
import type { ParseStatement } from './body.ts';

/** Whether `DECLARE EXIT HANDLER` or `DECLARE CONTINUE HANDLER` comes next. */
export function isHandler(parser: Parser): boolean {
  const kind = codeAt(parser, 1);
  return (kind === k.EXIT || kind === k.CONTINUE) && codeAt(parser, 2) === k.HANDLER;
}

/** Whether `DECLARE name CONDITION` comes next. */
export function isCondition(parser: Parser): boolean {
  let ahead = 1;
  while (isName(parser, ahead) && codeAt(parser, ahead + 1) === s['.']) ahead += 2;
  return isName(parser, ahead) && codeAt(parser, ahead + 1) === k.CONDITION;
}

/** `DECLARE name CONDITION FOR SQLSTATE '…'`; `DECLARE` comes next. */
export function parseDeclareCondition(parser: Parser): ScriptStatement {
  const first = parser.at;
  advance(parser);
  const name = parseQualifiedName(parser, 'the name of a condition');
  expect(parser, k.CONDITION);
  const state = take(parser, k.FOR) ? parseState(parser) : null;
  return { kind: 'declare-condition', first, last: lastRead(parser), name, state };
}

/** `SQLSTATE VALUE '…'`. */
function parseState(parser: Parser): Node | null {
  if (!expect(parser, k.SQLSTATE)) return null;
  take(parser, k.VALUE);
  return parseString(parser, 'an SQLSTATE as a string');
}

/** `DECLARE EXIT HANDLER FOR NOT FOUND …`; `DECLARE` comes next. */
export function parseDeclareHandler(parser: Parser, parseAction: ParseStatement): ScriptStatement {
  const first = parser.at;
  advance(parser);
  const isContinuing = isNext(parser, k.CONTINUE);
  parser.at += 2;
  expect(parser, k.FOR);
  const conditions = parseSeries(parser, parseHandled);
  const action = parseAction(parser);
  return { kind: 'declare-handler', first, last: lastRead(parser), isContinuing, conditions, action };
}

function parseHandled(parser: Parser): HandledCondition {
  const first = parser.at;
  if (isNext(parser, k.SQLSTATE)) {
    const state = parseState(parser);
    return { first, last: lastRead(parser), what: 'sqlstate', state, name: null };
  }
  if (take(parser, k.SQLEXCEPTION))
    return { first, last: first, what: 'sqlexception', state: null, name: null };
  if (takeBoth(parser, k.NOT, k.FOUND)) {
    return { first, last: lastRead(parser), what: 'not-found', state: null, name: null };
  }
  const name = parseQualifiedName(parser, 'a condition such as `SQLEXCEPTION`');
  return { first, last: lastRead(parser), what: 'condition', state: null, name };
}
