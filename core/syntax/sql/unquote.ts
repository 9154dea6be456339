const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\u001a',
  // LIKE reads these two itself, so the backslash stays.
  '%': '\\%',
  _: '\\_',
};

const escapeSequence = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0-3][0-7]{2})|(.))/gs;

/** Value of a string literal with its quotes, by Spark's escapes; a raw string keeps its backslashes. */
export function unquoteString(token: string): string {
  if (/^[rR]/.test(token)) return token.slice(2, -1);
  return token
    .slice(1, -1)
    .replace(escapeSequence, (_all, short?: string, long?: string, octal?: string, plain?: string) => {
      if (short !== undefined) return String.fromCharCode(Number.parseInt(short, 16));
      if (long !== undefined) {
        const codePoint = Number.parseInt(long, 16);
        return codePoint > 0x10ffff ? '\ufffd' : String.fromCodePoint(codePoint);
      }
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return escapes[plain ?? ''] ?? plain ?? '';
    });
}

/** Name inside backquotes. */
export function unquoteName(token: string): string {
  return token.slice(1, -1).replaceAll('``', '`');
}
