import { k } from '../../lexer/keywords.ts';
import { expect } from '../../parser/expect.ts';
import { closeForm, form, openForm } from '../../parser/open-forms.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { CaseBranch, Expression } from '../../tree/expression.ts';

/** `CASE … WHEN … THEN … ELSE … END`; `CASE` comes next. */
export function parseCase(parser: Parser): Expression {
  const first = parser.at;
  const isSearched = codeAt(parser, 1) === k.WHEN;
  if (isSearched) openForm(parser, form.case, first);
  advance(parser);
  const subject = isNext(parser, k.WHEN) ? null : parser.rules.expression(parser);
  const branches: CaseBranch[] = [];
  while (isNext(parser, k.WHEN)) branches.push(parseBranch(parser));
  if (branches.length === 0) expect(parser, k.WHEN);
  const otherwise = take(parser, k.ELSE) ? parser.rules.expression(parser) : null;
  expect(parser, k.END);
  if (isSearched) closeForm(parser);
  return { kind: 'case', first, last: lastRead(parser), subject, branches, otherwise };
}

function parseBranch(parser: Parser): CaseBranch {
  const first = parser.at;
  advance(parser);
  const when = parser.rules.expression(parser);
  expect(parser, k.THEN);
  const then = parser.rules.expression(parser);
  return { first, last: lastRead(parser), when, then };
}
