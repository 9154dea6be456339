import { s } from '../../lexer/token-codes.ts';
import { problemHere } from '../../parser/expect.ts';
import { advance, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { PipeOperator } from '../../tree/pipe.ts';

/** One step of a pipe; `|>` comes next. */
export function parsePipe(parser: Parser): PipeOperator {
  const first = parser.at;
  if (isNext(parser, s['|>'])) advance(parser);
  problemHere(parser, 'a step such as `WHERE` or `SELECT`');
  return { kind: 'pipe-missing', first, last: lastRead(parser) };
}
