import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { expect } from '../../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import { isQueryStart } from '../../parser/query-start.ts';
import type { Identifier, QualifiedName } from '../../tree/node.ts';
import type { ScriptStatement } from '../../tree/script.ts';
import { isName, parseStrictName } from '../names.ts';
import { type ParseStatement, parseBody } from './body.ts';
import { parseEndLabel } from './label.ts';

/** A loop whose label is read: its own word comes next. */
type ParseLoop = (
  parser: Parser,
  first: number,
  label: QualifiedName | null,
  parseOne: ParseStatement,
) => ScriptStatement;

/** `END LOOP label`. */
function parseEnd(parser: Parser, word: number): QualifiedName | null {
  return expect(parser, k.END) && expect(parser, word) ? parseEndLabel(parser) : null;
}

/** `WHILE a DO …; END WHILE`. */
export const parseWhile: ParseLoop = (parser, first, label, parseOne) => {
  advance(parser);
  const condition = parser.rules.expression(parser);
  expect(parser, k.DO);
  const statements = parseBody(parser, parseOne);
  const endLabel = parseEnd(parser, k.WHILE);
  return { kind: 'while', first, last: lastRead(parser), label, endLabel, condition, statements };
};

/** `REPEAT …; UNTIL a END REPEAT`. */
export const parseRepeat: ParseLoop = (parser, first, label, parseOne) => {
  advance(parser);
  const statements = parseBody(parser, parseOne);
  expect(parser, k.UNTIL);
  const condition = parser.rules.expression(parser);
  const endLabel = parseEnd(parser, k.REPEAT);
  return { kind: 'repeat', first, last: lastRead(parser), label, endLabel, condition, statements };
};

/** `LOOP …; END LOOP`. */
export const parseLoop: ParseLoop = (parser, first, label, parseOne) => {
  advance(parser);
  const statements = parseBody(parser, parseOne);
  const endLabel = parseEnd(parser, k.LOOP);
  return { kind: 'loop', first, last: lastRead(parser), label, endLabel, statements };
};

/** `FOR row AS SELECT … DO …; END FOR`. */
export const parseFor: ParseLoop = (parser, first, label, parseOne) => {
  advance(parser);
  const variable = parseForVariable(parser);
  const query = parser.rules.query(parser);
  expect(parser, k.DO);
  const statements = parseBody(parser, parseOne);
  const endLabel = parseEnd(parser, k.FOR);
  return { kind: 'for', first, last: lastRead(parser), label, endLabel, variable, query, statements };
};

function parseForVariable(parser: Parser): Identifier | null {
  const isQuery = isNext(parser, s['(']) || isQueryStart(codeAt(parser));
  if (!isName(parser) || (isQuery && codeAt(parser, 1) !== k.AS)) return null;
  const name = parseStrictName(parser);
  expect(parser, k.AS);
  return name;
}
