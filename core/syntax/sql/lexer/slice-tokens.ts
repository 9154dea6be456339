import type { Significant } from './scan.ts';
import { t } from './token-codes.ts';

/** Tokens from `from` up to `to` as those of a text of their own, which begins where the first of them does. */
export function sliceTokens(tokens: Significant, from: number, to: number): Significant {
  const start = tokens.starts[from] ?? 0;
  const end = tokens.ends[to - 1] ?? start;
  const count = to - from;
  const codes = new Uint16Array(count + 1);
  const starts = new Uint32Array(count + 1);
  const ends = new Uint32Array(count + 1);
  for (let index = 0; index < count; index += 1) {
    codes[index] = tokens.codes[from + index] ?? 0;
    starts[index] = (tokens.starts[from + index] ?? 0) - start;
    ends[index] = (tokens.ends[from + index] ?? 0) - start;
  }
  codes[count] = t.end;
  starts[count] = end - start;
  ends[count] = end - start;
  return { text: tokens.text.slice(start, end), codes, starts, ends, end: count };
}
