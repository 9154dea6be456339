import { k } from '../../lexer/keywords.ts';
import { isStatementEnd } from '../../parser/attempt.ts';
import { problemHere } from '../../parser/expect.ts';
import { enterNesting, leaveNesting } from '../../parser/nesting.ts';
import { advance, codeAt, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { Command } from '../../tree/command.ts';
import type { Statement } from '../../tree/statement.ts';

type Detail = Extract<Command, { kind: 'explain' }>['detail'];

/** `EXPLAIN EXTENDED SELECT …`; `EXPLAIN` comes next. */
export function parseExplain(parser: Parser): Command {
  const first = parser.at;
  advance(parser);
  const detail = detailOf(codeAt(parser));
  if (detail !== null) advance(parser);
  const statement = parseExplained(parser);
  return { kind: 'explain', first, last: lastRead(parser), detail, statement };
}

function detailOf(code: number): Detail {
  switch (code) {
    case k.LOGICAL:
      return 'logical';
    case k.FORMATTED:
      return 'formatted';
    case k.EXTENDED:
      return 'extended';
    case k.CODEGEN:
      return 'codegen';
    case k.COST:
      return 'cost';
    default:
      return null;
  }
}

function parseExplained(parser: Parser): Statement {
  const first = parser.at;
  const isStatement = !isStatementEnd(parser) && !isNext(parser, k.BEGIN);
  if (!isStatement) problemHere(parser, 'the statement to explain');
  if (!isStatement || !enterNesting(parser)) return { kind: 'unknown', first, last: lastRead(parser) };
  const statement = parser.rules.statement(parser);
  leaveNesting(parser);
  return statement;
}
