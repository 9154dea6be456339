import { k } from '../../lexer/keywords.ts';
import { isStringCode, s, t } from '../../lexer/token-codes.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect, expectAll, problemHere } from '../../parser/expect.ts';
import { closeParenthesis } from '../../parser/lists.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Expression } from '../../tree/expression.ts';
import type { Sample, TableAlias, Temporal } from '../../tree/relation.ts';
import {
  canBeTableAlias,
  isTableAlias,
  parseIdentifier,
  parseIdentifierList,
  parseQualifiedName,
} from '../names.ts';

/** `AS t (a, b)`, when it comes next. The name is no `test-table` here: `-` cannot follow an alias. */
export function parseTableAlias(parser: Parser): TableAlias | null {
  const first = parser.at;
  const isNamed = isNext(parser, k.AS) && isUsual(parser, choice.operator);
  if (isNamed) advance(parser);
  if (!isNamed && !isTableAlias(parser)) return null;
  if (isNamed && !canBeTableAlias(parser)) {
    problemHere(parser, 'an alias');
    return null;
  }
  const name = parseIdentifier(parser, 'an alias');
  const columns = isNext(parser, s['(']) ? parseIdentifierList(parser, 'the name of a column') : [];
  return { first, last: lastRead(parser), name, columns };
}

/** `TABLESAMPLE (10 PERCENT)`, when it comes next. */
export function parseSample(parser: Parser): Sample | null {
  if (!isNext(parser, k.TABLESAMPLE, s['(']) || !isUsual(parser, choice.other)) return null;
  const first = parser.at;
  parser.at += 2;
  const { method, amount } = isNext(parser, s[')']) ? { method: null, amount: null } : parseMethod(parser);
  closeParenthesis(parser);
  if (isNext(parser, k.REPEATABLE, s['('])) {
    parser.at += 2;
    if (!take(parser, t.integer)) problemHere(parser, 'a whole number');
    closeParenthesis(parser);
  }
  return { first, last: lastRead(parser), method, amount };
}

function parseMethod(parser: Parser): Pick<Sample, 'method' | 'amount'> {
  if (isNext(parser, k.BUCKET, t.integer)) {
    parseBucket(parser);
    return { method: 'bucket', amount: null };
  }
  const amount: Expression = parser.rules.expression(parser);
  if (take(parser, k.PERCENT)) return { method: 'percent', amount };
  return { method: take(parser, k.ROWS) ? 'rows' : 'bytes', amount };
}

/** `BUCKET 1 OUT OF 4 ON id`. */
function parseBucket(parser: Parser): void {
  parser.at += 2;
  if (!expectAll(parser, k.OUT, k.OF)) return;
  if (!take(parser, t.integer)) problemHere(parser, 'a whole number');
  if (!take(parser, k.ON)) return;
  parseQualifiedName(parser, 'the name of a column');
  if (take(parser, s['('])) expect(parser, s[')']);
}

/** `VERSION AS OF 3`, `FOR TIMESTAMP AS OF …`, when it comes next. */
export function parseTemporal(parser: Parser): Temporal | null {
  const at = isNext(parser, k.FOR) ? 1 : 0;
  const word = codeAt(parser, at);
  const isVersion = word === k.VERSION || word === k.SYSTEM_VERSION;
  const isTime = word === k.TIMESTAMP || word === k.SYSTEM_TIME;
  if (!(isVersion || isTime) || codeAt(parser, at + 1) !== k.AS || codeAt(parser, at + 2) !== k.OF)
    return null;
  if (!isUsual(parser, choice.form)) return null;
  const first = parser.at;
  parser.at += at + 3;
  if (isTime) {
    const value = parser.rules.valueExpression(parser);
    return { first, last: lastRead(parser), by: 'timestamp', value };
  }
  const start = parser.at;
  const isText = isStringCode(codeAt(parser));
  if (isText || codeAt(parser) === t.integer) advance(parser);
  else problemHere(parser, 'a version as a whole number or a string');
  const type = isText ? 'string' : 'number';
  return {
    first,
    last: lastRead(parser),
    by: 'version',
    value: { kind: 'literal', first: start, last: lastRead(parser), type },
  };
}
