import { k } from '../../lexer/keywords.ts';
import { s, t } from '../../lexer/token-codes.ts';
import { lastRead, type Parser } from '../../parser/parser.ts';
import type { Expression } from '../../tree/expression.ts';

/** Whether an expression surely ends before this token, whatever it is. */
function surelyEnds(code: number): boolean {
  switch (code) {
    case s[',']:
    case s[')']:
    case t.end:
    case k.AS:
    case k.THEN:
    case k.WHEN:
    case k.ELSE:
    case k.END:
    case k.FROM:
    case k.WHERE:
      return true;
    default:
      return false;
  }
}

/**
 * An expression that is one name, path of two names or constant, which most are; null when it is more. It saves the way down
 * through all the operators.
 */
export function parseLeaf(parser: Parser): Expression | null {
  const { codes, at: first } = parser;
  const code = codes[first];
  if (code === t.name || code === t.quotedName) {
    if (surelyEnds(codes[first + 1] ?? 0)) {
      parser.at = first + 1;
      const parts = [{ kind: 'identifier', first, last: first }] as const;
      return { kind: 'name', first, last: first, parts };
    }
    const isPath = codes[first + 1] === s['.'] && codes[first + 2] === t.name;
    if (!isPath || !surelyEnds(codes[first + 3] ?? 0)) return null;
    parser.at = first + 3;
    const last = lastRead(parser);
    const parts = [
      { kind: 'identifier', first, last: first },
      { kind: 'identifier', first: last, last },
    ] as const;
    return { kind: 'name', first, last, parts };
  }
  if (code !== t.integer && code !== t.string && code !== t.decimal) return null;
  if (!surelyEnds(codes[first + 1] ?? 0)) return null;
  parser.at = first + 1;
  return { kind: 'literal', first, last: first, type: code === t.string ? 'string' : 'number' };
}
