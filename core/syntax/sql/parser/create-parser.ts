import type { SqlDialect } from '../dialect.ts';
import type { Significant } from '../lexer/scan.ts';
import type { Parser, Rules } from './parser.ts';

/** A parser at the first token. `reading` is what the reading is to do; see `Parser`. */
export function createParser(
  tokens: Significant,
  dialect: SqlDialect,
  rules: Rules,
  reading: Pick<Parser, 'flipped' | 'isProbing' | 'namesFrom'>,
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
    namesFrom: reading.namesFrom,
    open: [],
    openAtFailure: [],
    failedAt: -1,
    lastLogic: -1,
    choices: [],
    problems: [],
    rules,
    at: 0,
    depth: 0,
    lastProblemAt: -1,
    taken: 0,
  };
}
