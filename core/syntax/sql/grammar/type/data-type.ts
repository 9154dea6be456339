import { k } from '../../lexer/keywords.ts';
import { isStringCode, s, t } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect, problemHere } from '../../parser/expect.ts';
import { closeParenthesis } from '../../parser/lists.ts';
import { enterNesting, leaveNesting } from '../../parser/nesting.ts';
import { closeForm, form, openForm } from '../../parser/open-forms.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { DataType, TypedField } from '../../tree/data-type.ts';
import type { Identifier } from '../../tree/node.ts';
import { isNot, takeNotNull } from '../existence.ts';
import { parseIdentifier, parseQualifiedName, parseStrictName } from '../names.ts';

/** `INT`, `DECIMAL(10, 2)`, `ARRAY<STRING>`, `MAP<K, V>`, `STRUCT<a: INT>`, `INTERVAL DAY TO SECOND`, … */
export function parseDataType(parser: Parser): DataType {
  const first = parser.at;
  if (!enterNesting(parser)) return { kind: 'missing', first, last: lastRead(parser) };
  const type = parseType(parser, first);
  leaveNesting(parser);
  return type;
}

function parseType(parser: Parser, first: number): DataType {
  if (isNext(parser, k.ARRAY, s['<'])) {
    parser.at += 2;
    openType(parser);
    const element = parseDataType(parser);
    takeGreater(parser);
    closeType(parser);
    return { kind: 'array-type', first, last: lastRead(parser), element };
  }
  if (isNext(parser, k.MAP, s['<'])) {
    parser.at += 2;
    openType(parser);
    const key = parseDataType(parser);
    expect(parser, s[',']);
    const value = parseDataType(parser);
    takeGreater(parser);
    closeType(parser);
    return { kind: 'map-type', first, last: lastRead(parser), key, value };
  }
  if (isNext(parser, k.STRUCT, s['<']) || isNext(parser, k.STRUCT, s['<>']))
    return parseStruct(parser, first);
  if (isNext(parser, k.INTERVAL) && isIntervalUnit(codeAt(parser, 1)) && isUsual(parser, choice.form)) {
    advance(parser);
    const from = parseIdentifier(parser);
    const to = take(parser, k.TO) ? parseEnd(parser, codeAt(parser, -2)) : null;
    return { kind: 'interval-type', first, last: lastRead(parser), from, to };
  }
  return parsePrimitive(parser, first);
}

/** Spark 4.0 tells of a mistake in a type's `<…>` or `(…)`, or behind its `TO`, at that sign or word, which was just read. */
function openType(parser: Parser): void {
  if (parser.isFour) openForm(parser, form.type, parser.at - 1);
}

function closeType(parser: Parser): void {
  if (parser.isFour) closeForm(parser);
}

function isIntervalUnit(code: number): boolean {
  return (
    code === k.YEAR ||
    code === k.MONTH ||
    code === k.DAY ||
    code === k.HOUR ||
    code === k.MINUTE ||
    code === k.SECOND
  );
}

/** The last unit of an interval that begins with `from`. */
function parseEnd(parser: Parser, from: number): Identifier {
  const first = parser.at;
  const code = codeAt(parser);
  const isYear = from === k.YEAR || from === k.MONTH;
  const isEnd = isYear ? code === k.MONTH : code === k.HOUR || code === k.MINUTE || code === k.SECOND;
  openType(parser);
  if (isEnd) advance(parser);
  else problemHere(parser, isYear ? '`MONTH`' : '`HOUR`, `MINUTE` or `SECOND`');
  closeType(parser);
  return { kind: 'identifier', first, last: lastRead(parser) };
}

/** One `>`, also out of `>>` or `>>>`. */
function takeGreater(parser: Parser): void {
  const code = codeAt(parser);
  const width = code === s['>'] ? 1 : code === s['>>'] ? 2 : code === s['>>>'] ? 3 : 0;
  if (width === 0) problemHere(parser, '`>`');
  else if (parser.taken + 1 < width) parser.taken += 1;
  else advance(parser);
}

function parseStruct(parser: Parser, first: number): DataType {
  advance(parser);
  if (take(parser, s['<>'])) return { kind: 'struct-type', first, last: lastRead(parser), fields: [] };
  advance(parser);
  openType(parser);
  const fields: TypedField[] = [];
  if (!isNext(parser, s['>'])) {
    do fields.push(parseField(parser));
    while (parser.taken === 0 && take(parser, s[',']));
  }
  takeGreater(parser);
  closeType(parser);
  return { kind: 'struct-type', first, last: lastRead(parser), fields };
}

function parseField(parser: Parser): TypedField {
  const first = parser.at;
  const parseName = parser.isFour ? parseStrictName : parseIdentifier;
  const name = parseName(parser, 'the name of a field');
  take(parser, s[':']);
  return finishField(parser, first, name);
}

/** The type of a column or field whose name is read, with `NOT NULL` and `COMMENT '…'`. */
export function finishField(parser: Parser, first: number, name: Identifier): TypedField {
  const type = parseDataType(parser);
  const isOpen = parser.taken === 0;
  const isNotNull = isOpen && isNot(parser) && takeNotNull(parser);
  const comment = isOpen && isNext(parser, k.COMMENT) ? parseComment(parser) : null;
  return { first, last: lastRead(parser), name, type, isNotNull, comment };
}

/** Token of the string after `COMMENT`, which comes next. */
export function parseComment(parser: Parser): number {
  advance(parser);
  const at = parser.at;
  if (isStringCode(codeAt(parser))) advance(parser);
  else problemHere(parser, 'the comment as a string');
  return at;
}

function parsePrimitive(parser: Parser, first: number): DataType {
  const name = parseIdentifier(parser, 'a type');
  const parameters: number[] = [];
  if (isNext(parser, s['('])) {
    advance(parser);
    openType(parser);
    do {
      parameters.push(parser.at);
      if (!take(parser, t.integer)) problemHere(parser, 'a whole number');
    } while (take(parser, s[',']));
    closeParenthesis(parser);
    closeType(parser);
  }
  let collation = null;
  if (parser.isFour && parser.codes[first] === k.STRING && take(parser, k.COLLATE)) {
    collation = parseQualifiedName(parser, 'the name of a collation');
  }
  return { kind: 'primitive-type', first, last: lastRead(parser), name, parameters, collation };
}
