import { t } from './token-codes.ts';

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isPlainWord(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** End of `e5` or `E-5` at `at`; `at` itself when there is none. */
function exponentEnd(text: string, at: number): number {
  if ((text.charCodeAt(at) | 32) !== 101) return at;
  const sign = text.charCodeAt(at + 1);
  const start = sign === 43 || sign === 45 ? at + 2 : at + 1;
  const end = digitsEnd(text, start);
  return end === start ? at : end;
}

function suffixEnd(text: string, at: number, isWhole: boolean): number {
  const code = text.charCodeAt(at) | 32;
  if (code === 102 || code === 100) return at + 1;
  if (code === 98 && (text.charCodeAt(at + 1) | 32) === 100) return at + 2;
  if (isWhole && (code === 108 || code === 115 || code === 121)) return at + 1;
  return at;
}

/** What a number is and where it ends, packed as `end * 16 + code`. */
export function scanNumber(text: string, at: number): number {
  const wholeEnd = digitsEnd(text, at);
  if (text.charCodeAt(wholeEnd) === 46) {
    const pointEnd = digitsEnd(text, wholeEnd + 1);
    const hasDigits = wholeEnd > at || pointEnd > wholeEnd + 1;
    // A number with a point must not run into a word: `1.a` is `1`, `.` and `a`.
    const exponent = exponentEnd(text, pointEnd);
    const end = suffixEnd(text, exponent, false);
    if (hasDigits && !isPlainWord(text.charCodeAt(end))) {
      return end * 16 + (end === pointEnd ? t.decimal : t.number);
    }
    if (hasDigits && exponent > pointEnd && !isPlainWord(text.charCodeAt(exponent)))
      return exponent * 16 + t.number;
    if (wholeEnd === at) return at * 16 + t.unknown;
  }
  const exponent = exponentEnd(text, wholeEnd);
  const end = suffixEnd(text, exponent, exponent === wholeEnd);
  return end * 16 + (end === wholeEnd ? t.integer : t.number);
}
