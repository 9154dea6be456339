import type { SqlDialect } from '../dialect.ts';
import type { Significant } from '../lexer/scan.ts';
import type { Parser, Rules } from './parser.ts';

/** A parser at the first token. `flipped` and `isProbing` are those of `Parser`. */
export function createParser(
  tokens: Significant,
  dialect: SqlDialect,
  rules: Rules,
  reading: { readonly flipped: ReadonlySet<number>; readonly isProbing: boolean },
): Parser {
  // Written out, so that every parser has the same shape.
  return {
    text: tokens.text,
    codes: tokens.codes,
    starts: tokens.starts,
    ends: tokens.ends,
    end: tokens.end,
    isFour: dialect.version === '4.0',
    isReserving: dialect.isReserving ?? false,
    isProbing: reading.isProbing,
    flipped: reading.flipped,
    choices: [],
    problems: [],
    rules,
    at: 0,
    depth: 0,
    lastProblemAt: -1,
    taken: 0,
  };
}
