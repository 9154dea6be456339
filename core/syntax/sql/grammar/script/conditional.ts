import { k } from '../../lexer/keywords.ts';
import { expect, problemHere } from '../../parser/expect.ts';
import { advance, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { BlockStatement, ScriptBranch, ScriptStatement } from '../../tree/script.ts';
import { type ParseStatement, parseBody } from './body.ts';

/** `IF a THEN …; ELSEIF b THEN …; ELSE …; END IF`; `IF` comes next. */
export function parseIf(parser: Parser, parseOne: ParseStatement): ScriptStatement {
  const first = parser.at;
  const branches = [parseBranch(parser, parseOne)];
  while (isNext(parser, k.ELSEIF)) branches.push(parseBranch(parser, parseOne));
  const otherwise = parseElse(parser, parseOne);
  if (expect(parser, k.END)) expect(parser, k.IF);
  return { kind: 'if', first, last: lastRead(parser), branches, otherwise };
}

/** `CASE a WHEN 1 THEN …; ELSE …; END CASE`; `CASE` comes next. */
export function parseCaseStatement(parser: Parser, parseOne: ParseStatement): ScriptStatement {
  const first = parser.at;
  advance(parser);
  const subject = isNext(parser, k.WHEN) ? null : parser.rules.expression(parser);
  const branches: ScriptBranch[] = [];
  while (isNext(parser, k.WHEN)) branches.push(parseBranch(parser, parseOne));
  if (branches.length === 0) problemHere(parser, '`WHEN`');
  const otherwise = parseElse(parser, parseOne);
  if (expect(parser, k.END)) expect(parser, k.CASE);
  return { kind: 'case-statement', first, last: lastRead(parser), subject, branches, otherwise };
}

/** `IF`, `ELSEIF` or `WHEN`, which comes next, with its condition and statements. */
function parseBranch(parser: Parser, parseOne: ParseStatement): ScriptBranch {
  const first = parser.at;
  advance(parser);
  const condition = parser.rules.expression(parser);
  expect(parser, k.THEN);
  const statements = parseBody(parser, parseOne);
  return { first, last: lastRead(parser), condition, statements };
}

function parseElse(parser: Parser, parseOne: ParseStatement): BlockStatement[] | null {
  return take(parser, k.ELSE) ? parseBody(parser, parseOne) : null;
}
