import type { SqlDialect } from '../dialect.ts';
import type { Significant } from '../lexer/scan.ts';
import type { Brackets } from './brackets.ts';
import type { Parser, Rules } from './parser.ts';

/** How a text is to be read; see `Parser`. `isReserving` stands before the dialect's own. */
export type ReadingRequest = Pick<Parser, 'flipped' | 'isProbing' | 'namesFrom'> & {
  readonly isReserving?: boolean;
};

/** A parser at the first token. Readings of the same tokens share what is known of their parentheses. */
export function createParser(
  tokens: Significant,
  dialect: SqlDialect,
  rules: Rules,
  reading: ReadingRequest & { readonly brackets: Brackets },
): Parser {
  // Written out, so that every parser has the same shape.
  return {
    text: tokens.text,
    codes: tokens.codes,
    starts: tokens.starts,
    ends: tokens.ends,
    end: tokens.end,
    brackets: reading.brackets,
    isFour: dialect.version === '4.0',
    isReserving: reading.isReserving ?? dialect.isReserving ?? false,
    isProbing: reading.isProbing,
    flipped: reading.flipped,
    namesFrom: reading.namesFrom,
    open: [],
    lastLogic: -1,
    choices: [],
    problems: [],
    rules,
    at: 0,
    depth: 0,
    height: 0,
    head: null,
    failure: null,
    reservedNames: [],
    lastProblemAt: -1,
    taken: 0,
  };
}
