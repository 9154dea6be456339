/** A text with its variables put in, and what went wrong on the way. */
export interface Expansion {
  readonly text: string;
  /** Names that `lookup` does not know, with the offset of their `${` in the text. */
  readonly unknown: readonly { readonly name: string; readonly at: number }[];
  /** Offset of a `${` that no name and `}` follow. */
  readonly malformedAt: number | null;
  readonly isTooLong: boolean;
}

/** Longest text that variables may make: enough for any path, and an end to variables that double one another. */
export const longestExpansion = 65_536;

interface Expanding {
  readonly text: string;
  readonly lookup: (name: string) => string | undefined;
  readonly unknown: { name: string; at: number }[];
  malformedAt: number | null;
  isTooLong: boolean;
  at: number;
}

const namePattern = /[A-Za-z_][A-Za-z0-9_]*/y;
const deepestFallback = 20;

/** Replaces `${name}` and `${name:-otherwise}`; `$${` stands for `${`. An unknown or malformed one stays as it is. */
export function expandText(text: string, lookup: (name: string) => string | undefined): Expansion {
  if (!text.includes('${')) return { text, unknown: [], malformedAt: null, isTooLong: false };
  const state: Expanding = { text, lookup, unknown: [], malformedAt: null, isTooLong: false, at: 0 };
  const expanded = expandUntil(state, false, 0);
  const { unknown, malformedAt, isTooLong } = state;
  return { text: expanded.slice(0, longestExpansion), unknown, malformedAt, isTooLong };
}

/** Reads to the end of the text, or to the `}` that closes a fallback, which it leaves for the caller. */
function expandUntil(state: Expanding, isFallback: boolean, depth: number): string {
  const { text } = state;
  let result = '';
  while (state.at < text.length) {
    if (isFallback && text[state.at] === '}') break;
    if (text.startsWith('$${', state.at)) {
      result += '${';
      state.at += 3;
    } else if (text.startsWith('${', state.at)) result += expandOne(state, depth);
    else {
      result += text[state.at];
      state.at += 1;
    }
    if (result.length > longestExpansion) {
      state.isTooLong = true;
      state.at = text.length;
    }
  }
  return result;
}

function expandOne(state: Expanding, depth: number): string {
  const { text } = state;
  const start = state.at;
  namePattern.lastIndex = start + 2;
  const name = namePattern.exec(text)?.[0];
  if (name === undefined || depth > deepestFallback) return malformed(state, start);
  state.at = start + 2 + name.length;
  const known = state.lookup(name);
  if (text[state.at] === '}') {
    state.at += 1;
    if (known === undefined) state.unknown.push({ name, at: start });
    return known ?? text.slice(start, state.at);
  }
  if (!text.startsWith(':-', state.at)) return malformed(state, start);
  state.at += 2;
  const unknownBefore = state.unknown.length;
  const fallback = expandUntil(state, true, depth + 1);
  if (text[state.at] !== '}') return malformed(state, start);
  state.at += 1;
  if (known === undefined) return fallback;
  state.unknown.length = unknownBefore;
  return known;
}

/** The rest is left as it is: to look for more in it would read nested mistakes again and again. */
function malformed(state: Expanding, start: number): string {
  state.malformedAt ??= start;
  state.at = state.text.length;
  return state.text.slice(start);
}
