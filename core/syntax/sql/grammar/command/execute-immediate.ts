import { k } from '../../lexer/keywords.ts';
import { isStringCode, s, t } from '../../lexer/token-codes.ts';
import { closerOf } from '../../parser/brackets.ts';
import { expect } from '../../parser/expect.ts';
import { closeParenthesis, parseSeries } from '../../parser/lists.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Command } from '../../tree/command.ts';
import type { QualifiedName } from '../../tree/node.ts';
import type { SelectItem } from '../../tree/query.ts';
import { parseMultipartName } from '../names.ts';
import { parseSelectItem } from '../query/select-item.ts';
import { parseString } from '../string.ts';

/** `EXECUTE IMMEDIATE '…' INTO a, b USING 1 AS c`; `EXECUTE` comes next. */
export function parseExecuteImmediate(parser: Parser): Command {
  const first = parser.at;
  advance(parser);
  expect(parser, k.IMMEDIATE);
  const what = 'a statement as a string, or a variable that holds one';
  const statement = isStringCode(codeAt(parser))
    ? parseString(parser, what)
    : parseMultipartName(parser, what);
  const into = take(parser, k.INTO) ? parseSeries(parser, parseVariable) : [];
  const using = take(parser, k.USING) ? parseUsing(parser) : [];
  return { kind: 'execute-immediate', first, last: lastRead(parser), statement, into, using };
}

function parseVariable(parser: Parser): QualifiedName {
  return parseMultipartName(parser, 'the name of a variable');
}

/** `1 AS a, b`, in parentheses or not. */
function parseUsing(parser: Parser): SelectItem[] {
  const after = parser.codes[closerOf(parser, parser.at) + 1] ?? t.end;
  if (!isNext(parser, s['(']) || (after !== t.end && after !== s[';'])) {
    return parseSeries(parser, parseSelectItem);
  }
  advance(parser);
  const items = parseSeries(parser, parseSelectItem);
  closeParenthesis(parser);
  return items;
}
