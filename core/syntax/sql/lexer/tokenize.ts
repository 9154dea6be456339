import { scan } from './scan.ts';
import { blockCommentEnd, lineCommentEnd } from './scan-quoted.ts';
import { t } from './token-codes.ts';

/**
 * The tokens of a text with its trivia, for what must see comments: token `i` is `text.slice(starts[i], starts[i + 1])`, so all
 * of them together are the text, and the last one is `t.end`, of length 0.
 */
export interface Tokens {
  readonly text: string;
  /** Number of tokens, trivia and the end among them. */
  readonly count: number;
  /** `count` codes of `t`, `s` and `k`. */
  readonly codes: Uint16Array;
  /** `count + 1` offsets in UTF-16 code units. */
  readonly starts: Uint32Array;
}

/** Splits any text into tokens, blanks and comments among them. */
export function tokenize(text: string): Tokens {
  const significant = scan(text);
  const codes: number[] = [];
  const starts: number[] = [];
  let at = 0;
  for (let index = 0; index <= significant.end; index += 1) {
    const start = significant.starts[index] ?? text.length;
    while (at < start) {
      const { code, end } = triviaAt(text, at, start);
      codes.push(code);
      starts.push(at);
      at = end;
    }
    codes.push(significant.codes[index] ?? t.end);
    starts.push(start);
    at = significant.ends[index] ?? text.length;
  }
  starts.push(text.length);
  return { text, count: codes.length, codes: Uint16Array.from(codes), starts: Uint32Array.from(starts) };
}

/** The blank or comment at `at`; trivia end at `limit`. */
function triviaAt(text: string, at: number, limit: number): { readonly code: number; readonly end: number } {
  if (text.startsWith('--', at))
    return { code: t.lineComment, end: Math.min(limit, lineCommentEnd(text, at)) };
  if (text.startsWith('/*', at))
    return { code: t.blockComment, end: Math.min(limit, blockCommentEnd(text, at)) };
  let end = at + 1;
  while (end < limit && !text.startsWith('--', end) && !text.startsWith('/*', end)) end += 1;
  return { code: t.blank, end };
}
