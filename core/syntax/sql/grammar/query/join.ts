import { k } from '../../lexer/keywords.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { expect } from '../../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Expression } from '../../tree/expression.ts';
import type { Identifier } from '../../tree/node.ts';
import type { Join, JoinType, RelationPrimary } from '../../tree/relation.ts';
import { parseIdentifierList } from '../names.ts';

interface JoinRules {
  readonly takeLateral: (parser: Parser) => boolean;
  readonly parseRight: (parser: Parser) => RelationPrimary;
}

export function isJoin(parser: Parser): boolean {
  switch (codeAt(parser)) {
    case k.JOIN:
    case k.INNER:
    case k.CROSS:
    case k.LEFT:
    case k.RIGHT:
    case k.FULL:
    case k.SEMI:
    case k.ANTI:
    case k.NATURAL:
      return true;
    default:
      return false;
  }
}

/** `LEFT OUTER JOIN b ON …`, `NATURAL JOIN b`, `JOIN b USING (id)`; one of its words comes next. */
export function parseJoin(parser: Parser, { takeLateral, parseRight }: JoinRules): Join {
  const first = parser.at;
  const isNatural = take(parser, k.NATURAL);
  const type = parseJoinType(parser);
  expect(parser, k.JOIN);
  const isLateral = takeLateral(parser);
  const right = parseRight(parser);
  let on: Expression | null = null;
  let using: readonly Identifier[] = [];
  if (isNatural) {
    // What columns a natural join compares is known: it takes no condition.
  } else if (isNext(parser, k.ON) && isUsual(parser, choice.clause)) {
    advance(parser);
    on = parser.rules.expression(parser);
  } else if (take(parser, k.USING)) {
    using = parseIdentifierList(parser, 'the name of a column');
  }
  return { kind: 'join', first, last: lastRead(parser), type, isNatural, isLateral, right, on, using };
}

function parseJoinType(parser: Parser): JoinType {
  if (take(parser, k.INNER)) return 'inner';
  if (take(parser, k.CROSS)) return 'cross';
  if (take(parser, k.SEMI)) return 'left-semi';
  if (take(parser, k.ANTI)) return 'left-anti';
  if (take(parser, k.LEFT)) {
    if (take(parser, k.SEMI)) return 'left-semi';
    if (take(parser, k.ANTI)) return 'left-anti';
    take(parser, k.OUTER);
    return 'left';
  }
  if (take(parser, k.RIGHT)) {
    take(parser, k.OUTER);
    return 'right';
  }
  if (take(parser, k.FULL)) {
    take(parser, k.OUTER);
    return 'full';
  }
  return 'inner';
}
