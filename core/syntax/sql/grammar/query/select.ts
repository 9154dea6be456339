import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { parseSeries } from '../../parser/lists.ts';
import { advance, codeAt, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { From, Hint, Select } from '../../tree/query.ts';
import type { NamedWindow } from '../../tree/window.ts';
import { parseWindowClause } from '../expression/window.ts';
import { isName } from '../names.ts';
import { parseFrom } from './from.ts';
import { parseGroupBy } from './group-by.ts';
import { parseHint } from './hint.ts';
import { parseLateralViews } from './lateral-view.ts';
import { parseSelectItem } from './select-item.ts';
import { parseTransform } from './transform.ts';

/** `SELECT … FROM … WHERE … GROUP BY … HAVING … WINDOW …`, or its old forms `MAP …` and `REDUCE …`. */
export function parseSelect(parser: Parser): Select {
  return finishSelect(parser, true);
}

/** The same after a `FROM` that stands first. */
export function parseFromBody(parser: Parser): Select {
  return finishSelect(parser, false);
}

function isTransform(parser: Parser): boolean {
  if (!isNext(parser, k.SELECT)) return true;
  return isNext(parser, k.SELECT, k.TRANSFORM, s['(']) && isUsual(parser, choice.form);
}

function finishSelect(parser: Parser, mayHaveFrom: boolean): Select {
  const first = parser.at;
  const transform = isTransform(parser) ? parseTransform(parser) : null;
  const head = transform === null ? parseHead(parser) : { hints: [], quantifier: null, items: [] };
  const from: From | null =
    mayHaveFrom && isNext(parser, k.FROM) && isUsual(parser, choice.clause) ? parseFrom(parser) : null;
  const lateralViews = parseLateralViews(parser);
  const where = parseCondition(parser, k.WHERE);
  const groupBy = isNext(parser, k.GROUP) && isUsual(parser, choice.clause) ? parseGroupBy(parser) : null;
  const having = parseCondition(parser, k.HAVING);
  const windows = parseWindows(parser);
  const clauses = { transform, from, lateralViews, where, groupBy, having, windows };
  return { kind: 'select', first, last: lastRead(parser), ...head, ...clauses };
}

/** `WINDOW w AS (…)`, when it comes next. */
export function parseWindows(parser: Parser): readonly NamedWindow[] {
  const isWindow = isNext(parser, k.WINDOW) && isName(parser, 1) && codeAt(parser, 2) === k.AS;
  return isWindow && isUsual(parser, choice.other) ? parseWindowClause(parser) : [];
}

/** `WHERE …` or `HAVING …`, when it comes next. */
export function parseCondition(parser: Parser, word: number): Select['where'] {
  if (!isNext(parser, word) || !isUsual(parser, choice.clause)) return null;
  advance(parser);
  return parser.rules.expression(parser);
}

/** `SELECT`, hints, `DISTINCT`, and the items. */
export function parseHead(parser: Parser): Pick<Select, 'hints' | 'quantifier' | 'items'> {
  advance(parser);
  const hints: Hint[] = [];
  while (isNext(parser, s['/*+'])) hints.push(parseHint(parser));
  let quantifier: Select['quantifier'] = null;
  if ((isNext(parser, k.DISTINCT) || isNext(parser, k.ALL)) && isQuantifier(parser)) {
    quantifier = isNext(parser, k.ALL) ? 'all' : 'distinct';
    advance(parser);
  }
  return { hints, quantifier, items: parseSeries(parser, parseSelectItem) };
}

/** `SELECT DISTINCT a`, and not a column of that name. */
function isQuantifier(parser: Parser): boolean {
  const next = codeAt(parser, 1);
  const isLikelyName = next === s[','] || next === k.FROM || next === k.AS || next === s['.'];
  return isLikelyName !== isUsual(parser, choice.modifier);
}
