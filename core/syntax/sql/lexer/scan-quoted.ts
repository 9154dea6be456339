/** Ends of tokens that one sign opens and another closes; -1 when nothing closes them. */

const backslash = 92;

/** End of the string that opens at `at` with a quote; a backslash takes the next character along. */
export function stringEnd(text: string, at: number): number {
  const quote = text.charCodeAt(at);
  for (let position = at + 1; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === quote) return position + 1;
    if (code === backslash) position += 1;
  }
  return -1;
}

/** End of the raw string whose quote is at `at`. */
export function rawStringEnd(text: string, at: number): number {
  return text.indexOf(text.charAt(at), at + 1) + 1 || -1;
}

/**
 * End of the name in backquotes that opens at `at`. A doubled backquote stands for one, unless nothing closes the name behind it:
 * then the first of the two does.
 */
export function quotedNameEnd(text: string, at: number): number {
  let doubled = -1;
  let close = text.indexOf('`', at + 1);
  while (close !== -1 && text.charAt(close + 1) === '`') {
    doubled = close;
    close = text.indexOf('`', close + 2);
  }
  if (close === -1) return doubled === -1 ? -1 : doubled + 1;
  return close + 1;
}

/** End of the bracketed comment that opens at `at`; such comments nest in Spark, but a hint within one opens nothing. */
export function blockCommentEnd(text: string, at: number): number {
  let depth = 1;
  let position = at + 2;
  let open = text.indexOf('/*', position);
  let close = text.indexOf('*/', position);
  while (close !== -1) {
    const isOpening = open !== -1 && open < close;
    if (!isOpening) depth -= 1;
    else if (text.charAt(open + 2) !== '+') depth += 1;
    position = (isOpening ? open : close) + 2;
    if (depth === 0) return position;
    if (isOpening) open = text.indexOf('/*', position);
    else close = text.indexOf('*/', position);
    if (open !== -1 && open < position) open = text.indexOf('/*', position);
    if (close !== -1 && close < position) close = text.indexOf('*/', position);
  }
  return -1;
}

/** End of the comment that opens at `at` with `--`: before the line's end, unless a backslash carries it on. */
export function lineCommentEnd(text: string, at: number): number {
  for (let position = at + 2; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === 13) return position;
    if (code === 10 && text.charCodeAt(position - 1) !== backslash) return position;
  }
  return text.length;
}
