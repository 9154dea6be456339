const lineFeed = 10;
const carriageReturn = 13;

/** How far the regular lines reach; the caller keeps one of these and has it filled again and again. */
export interface RegularLines {
  /** Start of the first line that is not regular, or not whole. */
  next: number;
  lines: number;
}

/**
 * Skips lines that are one sound record each: whole, with `fields` fields, ended as `isCrlf` says, not
 * empty, not over `longestBytes`. The caller
 * guarantees that `[start, limit)` holds no quote, no NUL and no invalid UTF-8. This is the loop that most bytes of
 * most files go through once: it compares each byte with two numbers and allocates nothing.
 */
export function skipRegularLines(
  bytes: Buffer,
  start: number,
  limit: number,
  rules: {
    readonly delimiter: number;
    readonly fields: number;
    readonly isCrlf: boolean;
    readonly longestBytes: number;
  },
  found: RegularLines,
): void {
  const { delimiter, isCrlf } = rules;
  const delimiters = rules.fields - 1;
  const shortest = isCrlf ? 2 : 1;
  const longest = rules.longestBytes + shortest - 1;
  let lineStart = start;
  let lines = 0;
  let seen = 0;
  for (let at = start; at < limit; at++) {
    const byte = bytes[at];
    if (byte === delimiter) {
      seen++;
    } else if (byte === lineFeed) {
      const size = at - lineStart;
      if (seen !== delimiters || size < shortest || size > longest) break;
      if ((bytes[at - 1] === carriageReturn) !== isCrlf) break;
      lines++;
      lineStart = at + 1;
      seen = 0;
    }
  }
  found.next = lineStart;
  found.lines = lines;
}
