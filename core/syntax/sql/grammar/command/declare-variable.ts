import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { isStatementEnd } from '../../parser/attempt.ts';
import { choice, isUsual } from '../../parser/choose.ts';
import { advance, isNext, lastRead, type Parser, take, takeBoth } from '../../parser/parser.ts';
import type { Command } from '../../tree/command.ts';
import { isName, parseNameReference } from '../names.ts';

/** `DECLARE OR REPLACE VARIABLE x INT DEFAULT 1`; `DECLARE` comes next. */
export function parseDeclareVariable(parser: Parser): Command {
  const first = parser.at;
  advance(parser);
  const isReplacing = takeBoth(parser, k.OR, k.REPLACE);
  const isWord = (isNext(parser, k.VARIABLE) || isNext(parser, k.VAR)) && isName(parser, 1);
  if (isWord && isUsual(parser, choice.modifier)) advance(parser);
  const name = parseNameReference(parser, 'the name of a variable');
  const isValue = isNext(parser, k.DEFAULT) || isNext(parser, s['=']);
  const type = isValue || isStatementEnd(parser) ? null : parser.rules.dataType(parser);
  const hasInitial = take(parser, k.DEFAULT) || take(parser, s['=']);
  const initial = hasInitial ? parser.rules.expression(parser) : null;
  return { kind: 'declare-variable', first, last: lastRead(parser), isReplacing, name, type, initial };
}
