import { k } from '../../lexer/keywords.ts';
import { isStringCode, s, t } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expectOneOf } from '../../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Alteration, ChangedColumn, ColumnChange } from '../../tree/alter-table.ts';
import type { QualifiedName } from '../../tree/node.ts';
import { isNot, takeNotNull } from '../existence.ts';
import { isName } from '../names.ts';
import { parseSettledColumn } from '../settled-name.ts';
import { parseString } from '../string.ts';
import { parseTypedColumn } from './column-definition.ts';
import { parseColumnPosition } from './column-option.ts';

/** `ALTER COLUMN a TYPE INT`, in Spark 4.0 of several columns; `ALTER` comes next. */
export function parseAlterColumn(parser: Parser): Alteration {
  const first = parser.at;
  advance(parser);
  takeColumnWord(parser);
  return finishAlterColumns(parser, first, parseColumnName(parser));
}

/** `CHANGE COLUMN a b INT AFTER c` of Hive, or the same as `ALTER COLUMN`; `CHANGE` comes next. */
export function parseChangeColumn(parser: Parser, isOfPartition: boolean): Alteration {
  const first = parser.at;
  advance(parser);
  takeColumnWord(parser);
  const name = parseColumnName(parser);
  if (!isOfPartition && isColumnChange(parser) === isUsual(parser, choice.form)) {
    return finishAlterColumns(parser, first, name);
  }
  const to = parseTypedColumn(parser);
  const position = parser.taken === 0 ? parseColumnPosition(parser) : null;
  return { kind: 'change-column', first, last: lastRead(parser), name, to, position };
}

/** `COLUMN`, unless it is the column's name. */
function takeColumnWord(parser: Parser): void {
  if (isNext(parser, k.COLUMN) && isName(parser, 1) && isUsual(parser, choice.modifier)) advance(parser);
}

function parseColumnName(parser: Parser): QualifiedName {
  return parseSettledColumn(parser, 'the name of a column');
}

/** Whether what is done to the column follows its name, and not a new name with its type. */
function isColumnChange(parser: Parser): boolean {
  const next = codeAt(parser, 1);
  switch (codeAt(parser)) {
    case t.end:
    case s[';']:
    case s[',']:
      return true;
    case k.COMMENT:
      return isStringCode(next);
    case k.FIRST:
      return next === t.end || next === s[';'] || next === s[','];
    case k.SET:
    case k.DROP:
      return next === k.NOT || next === s['!'] || next === k.DEFAULT;
    case k.TYPE:
    case k.AFTER:
      return true;
    default:
      return false;
  }
}

function finishAlterColumns(parser: Parser, first: number, name: QualifiedName): Alteration {
  const columns = [finishChange(parser, name)];
  while (parser.isFour && parser.taken === 0 && take(parser, s[','])) {
    columns.push(finishChange(parser, parseColumnName(parser)));
  }
  return { kind: 'alter-columns', first, last: lastRead(parser), columns };
}

function finishChange(parser: Parser, name: QualifiedName): ChangedColumn {
  const change = parseColumnChange(parser);
  return { first: name.first, last: lastRead(parser), name, change };
}

function parseColumnChange(parser: Parser): ColumnChange | null {
  const first = parser.at;
  if (take(parser, k.TYPE)) {
    const type = parser.rules.dataType(parser);
    return { kind: 'set-type', first, last: lastRead(parser), type };
  }
  if (take(parser, k.COMMENT)) {
    const text = parseString(parser, 'the comment as a string');
    return { kind: 'set-comment', first, last: lastRead(parser), text };
  }
  if (isNext(parser, k.SET) || isNext(parser, k.DROP)) return parseConstraint(parser);
  return parseColumnPosition(parser);
}

/** `SET NOT NULL`, `SET DEFAULT …`, `DROP NOT NULL` or `DROP DEFAULT`. */
function parseConstraint(parser: Parser): ColumnChange | null {
  const first = parser.at;
  const isSet = isNext(parser, k.SET);
  advance(parser);
  if (isNot(parser)) {
    takeNotNull(parser);
    return { kind: isSet ? 'set-not-null' : 'drop-not-null', first, last: lastRead(parser) };
  }
  if (expectOneOf(parser, k.NOT, k.DEFAULT) !== k.DEFAULT) return null;
  if (!isSet) return { kind: 'drop-default', first, last: lastRead(parser) };
  const value = parser.rules.expression(parser);
  return { kind: 'set-default', first, last: lastRead(parser), value };
}
