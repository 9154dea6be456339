import type { Significant } from '../lexer/scan.ts';
import { t } from '../lexer/token-codes.ts';

/** The tokens from `first` on, without `last`, and an end behind them. Their offsets stay those of the whole text. */
export function partTokens(tokens: Significant, first: number, last: number): Significant {
  const codes = tokens.codes.slice(first, last + 1);
  const starts = tokens.starts.slice(first, last + 1);
  const ends = tokens.ends.slice(first, last + 1);
  const end = last - first;
  if (last < tokens.end) {
    codes[end] = t.end;
    starts[end] = ends[end - 1] ?? 0;
    ends[end] = starts[end] ?? 0;
  }
  return { text: tokens.text, codes, starts, ends, end };
}
