import { firstKeywordCode, k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { problemHere } from '../../parser/expect.ts';
import { codeAt, isEnd, lastRead, type Parser } from '../../parser/parser.ts';
import type { Statement } from '../../tree/statement.ts';

/** One statement of any kind, without its `;`. */
export function parseStatement(parser: Parser): Statement {
  const first = parser.at;
  if (isEnd(parser)) return { kind: 'empty', first, last: first - 1 };
  switch (codeAt(parser)) {
    case k.SELECT:
    case k.WITH:
    case k.VALUES:
    case k.TABLE:
    case k.FROM:
    case k.MAP:
    case k.REDUCE:
    case s['(']: {
      const query = parser.rules.query(parser);
      return { kind: 'query', first, last: lastRead(parser), query };
    }
    default:
      if (codeAt(parser) >= firstKeywordCode) {
        parser.at = parser.end;
        return { kind: 'opaque', first, last: lastRead(parser) };
      }
      problemHere(parser, 'a statement');
      return { kind: 'unknown', first, last: lastRead(parser) };
  }
}
