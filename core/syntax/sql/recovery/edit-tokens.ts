import type { Significant } from '../lexer/scan.ts';

/**
 * Other tokens in the place of some. What replaces tokens takes their place in the text, all of it the first one's; what is added
 * where none are taken away is empty and stands behind the token before it.
 */
export interface TokenEdit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: readonly number[];
}

/** The tokens with some of them replaced; `tokens` itself stays as it is. */
export function editTokens(tokens: Significant, edit: TokenEdit): Significant {
  const { at, inserted } = edit;
  // Every reading stops at the end token, so it never goes.
  const removed = Math.min(edit.removed, tokens.end - at);
  const added = inserted.length;
  const end = tokens.end + added - removed;
  const codes = new Uint16Array(end + 1);
  const starts = new Uint32Array(end + 1);
  const ends = new Uint32Array(end + 1);
  for (const [from, into] of [
    [tokens.codes, codes],
    [tokens.starts, starts],
    [tokens.ends, ends],
  ] as const) {
    into.set(from.subarray(0, at));
    into.set(from.subarray(at + removed, tokens.end + 1), at + added);
  }
  codes.set(inserted, at);
  const before = at === 0 ? (tokens.starts[0] ?? 0) : (tokens.ends[at - 1] ?? 0);
  const start = removed === 0 ? before : (tokens.starts[at] ?? 0);
  const last = removed === 0 ? before : (tokens.ends[at + removed - 1] ?? 0);
  for (let index = 0; index < added; index += 1) {
    starts[at + index] = index === 0 ? start : last;
    ends[at + index] = last;
  }
  return { text: tokens.text, codes, starts, ends, end };
}

/** Keys of the choices that were met before a token. */
export function choicesBefore(keys: ReadonlySet<number>, at: number): ReadonlySet<number> {
  return new Set([...keys].filter((key) => key >> 3 < at));
}
