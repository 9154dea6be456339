import { k } from '../../lexer/keywords.ts';
import { s, t } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect } from '../../parser/expect.ts';
import { parseSeries } from '../../parser/lists.ts';
import { advance, codeAt, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { Expression } from '../../tree/expression.ts';
import type { PipeAssignment, PipeOperator } from '../../tree/pipe.ts';
import type { Select } from '../../tree/query.ts';
import { parseIdentifiers, parseMultipartName } from '../names.ts';
import { parseGroupByOf } from './group-by.ts';
import { parseHead, parseWindows } from './select.ts';
import { parseSelectItem } from './select-item.ts';

/** Steps of a pipe that say which columns the rows have. In all of them `|>` is read and the step's word comes next. */

/** `|> SELECT a, b WINDOW …`: no other clause follows. */
export function parsePipeSelect(parser: Parser, first: number): PipeOperator {
  const start = parser.at;
  const head = parseHead(parser);
  const windows = parseWindows(parser);
  const none = { transform: null, from: null, lateralViews: [], where: null, groupBy: null, having: null };
  const select: Select = { kind: 'select', first: start, last: lastRead(parser), ...head, ...none, windows };
  return { kind: 'pipe-select', first, last: lastRead(parser), select };
}

/** `|> EXTEND a + 1 AS b`. */
export function parsePipeExtend(parser: Parser, first: number): PipeOperator {
  advance(parser);
  const items = parseSeries(parser, parseSelectItem);
  return { kind: 'pipe-extend', first, last: lastRead(parser), items };
}

/** `|> SET a = 1, b = 2`. */
export function parsePipeSet(parser: Parser, first: number): PipeOperator {
  advance(parser);
  const assignments = parseSeries(parser, parseAssignment);
  return { kind: 'pipe-set', first, last: lastRead(parser), assignments };
}

function parseAssignment(parser: Parser): PipeAssignment {
  const first = parser.at;
  const name = parseMultipartName(parser, 'the name of a column');
  const value: Expression = expect(parser, s['='])
    ? parser.rules.expression(parser)
    : { kind: 'missing', first: parser.at, last: lastRead(parser) };
  return { first, last: lastRead(parser), name, value };
}

/** `|> DROP a, b`. */
export function parsePipeDrop(parser: Parser, first: number): PipeOperator {
  advance(parser);
  const names = parseIdentifiers(parser, 'the name of a column');
  return { kind: 'pipe-drop', first, last: lastRead(parser), names };
}

/** `|> AGGREGATE sum(a) AS b GROUP BY c`. */
export function parsePipeAggregate(parser: Parser, first: number): PipeOperator {
  advance(parser);
  const items = isGroupBy(parser) || isStepEnd(parser) ? [] : parseSeries(parser, parseSelectItem);
  const groupBy = isGroupBy(parser) ? parseGroupByOf(parser, parseSelectItem) : null;
  return { kind: 'pipe-aggregate', first, last: lastRead(parser), items, groupBy };
}

function isGroupBy(parser: Parser): boolean {
  return isNext(parser, k.GROUP, k.BY) && isUsual(parser, choice.clause);
}

function isStepEnd(parser: Parser): boolean {
  switch (codeAt(parser)) {
    case t.end:
    case s[';']:
    case s[')']:
    case s['|>']:
      return true;
    default:
      return false;
  }
}
