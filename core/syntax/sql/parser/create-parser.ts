import type { SqlDialect } from '../dialect.ts';
import { t } from '../lexer/token-codes.ts';
import type { Tokens } from '../lexer/tokenize.ts';
import type { Parser, Rules } from './parser.ts';

/** The tokens of a text without trivia, ready to be read more than once. */
export type Significant = Pick<Parser, 'text' | 'codes' | 'starts' | 'ends' | 'end'>;

/** Leaves trivia out. The last token is the end. */
export function dropTrivia({ text, codes, starts, count }: Tokens): Significant {
  const kept = {
    codes: new Uint16Array(count),
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
  };
  let end = 0;
  for (let index = 0; index < count; index += 1) {
    const code = codes[index] ?? 0;
    if (code <= t.blockComment) continue;
    kept.codes[end] = code;
    kept.starts[end] = starts[index] ?? 0;
    kept.ends[end] = starts[index + 1] ?? 0;
    end += 1;
  }
  return { text, ...kept, end: end - 1 };
}

/** A parser at the first token. `flipped` and `isProbing` are those of `Parser`. */
export function createParser(
  tokens: Significant,
  dialect: SqlDialect,
  rules: Rules,
  reading: { readonly flipped: ReadonlySet<number>; readonly isProbing: boolean },
): Parser {
  return {
    ...tokens,
    ...reading,
    isFour: dialect.version === '4.0',
    isReserving: dialect.isReserving ?? false,
    choices: [],
    problems: [],
    rules,
    at: 0,
    depth: 0,
    lastProblemAt: -1,
    taken: 0,
  };
}
