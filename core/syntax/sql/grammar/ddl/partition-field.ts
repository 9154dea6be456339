import { k } from '../../lexer/keywords.ts';
import { isStringCode, s } from '../../lexer/token-codes.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Expression } from '../../tree/expression.ts';
import type { QualifiedName } from '../../tree/node.ts';
import type { PartitionField } from '../../tree/table-clause.ts';
import { parseConstant } from '../expression/constant.ts';
import { isInterval } from '../expression/interval.ts';
import { isName, parseIdentifier, parseQualifiedName } from '../names.ts';
import { parseTypedColumn } from './column-definition.ts';

/** What a table is split by: `a.b`, `bucket(4, a)`, or a column that is made, `a INT`. */
export function parsePartitionField(parser: Parser): PartitionField {
  const first = parser.at;
  switch (codeAt(parser, 1)) {
    case s['.']:
    case s[',']:
    case s[')']: {
      const name = parseQualifiedName(parser, 'a column, or a function such as `days`');
      return { kind: 'column', first, last: lastRead(parser), name };
    }
    case s['(']: {
      const name = parseIdentifier(parser, 'a column, or a function such as `days`');
      take(parser, s['(']);
      const given = parseSeries(parser, parseArgument);
      closeParenthesis(parser);
      return { kind: 'transform', first, last: lastRead(parser), name, arguments: given };
    }
    default: {
      const field = parseTypedColumn(parser);
      return { kind: 'typed-column', first, last: lastRead(parser), field };
    }
  }
}

function parseArgument(parser: Parser): QualifiedName | Expression {
  return isColumn(parser) ? parseQualifiedName(parser, 'a column or a constant') : parseConstant(parser);
}

function isColumn(parser: Parser): boolean {
  if (!isName(parser) || isStringCode(codeAt(parser, 1))) return false;
  if (codeAt(parser, 1) === s['.']) return true;
  if (isNext(parser, k.INTERVAL)) return !isInterval(parser);
  return !(isNext(parser, k.NULL) || isNext(parser, k.TRUE) || isNext(parser, k.FALSE));
}
