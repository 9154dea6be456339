import { firstKeywordCode } from './keywords.ts';

/** Codes of tokens that are neither operator nor keyword; the first three are trivia. */
export const t = {
  blank: 0,
  lineComment: 1,
  blockComment: 2,
  /** A word that is no keyword. */
  name: 3,
  /** A name in backquotes. */
  quotedName: 4,
  string: 5,
  /** `r'…'`: backslashes stay. */
  rawString: 6,
  /** Digits alone. */
  integer: 7,
  /** Digits with a point and neither exponent nor suffix. */
  decimal: 8,
  /** Any other number: `1e3`, `5L`, `2.5BD`. */
  number: 9,
  /** A quote, backquote or bracketed comment that nothing closes; the token runs to the end of the text. */
  unclosed: 10,
  /** A character that starts nothing. */
  unknown: 11,
  end: 12,
  /** Nothing, where a name or value is missing; the lexer makes none. */
  missing: 13,
} as const;

/** Operators and punctuation. */
export const signTexts = [
  ...[
    '(',
    ')',
    ',',
    '.',
    '[',
    ']',
    ';',
    ':',
    '?',
    '!',
    '=',
    '<',
    '>',
    '+',
    '-',
    '*',
    '/',
    '%',
    '~',
    '&',
    '|',
    '^',
  ],
  ...['<=>', '<>', '!=', '<=', '>=', '<<', '>>', '>>>', '||', '::', '->', '=>', '|>', '/*+', '*/'],
] as const;

export type Sign = (typeof signTexts)[number];

const firstSignCode = 20;

/** Codes of operators and punctuation. `==` is `=`, `!>` is `<=`, `!<` is `>=`. */
export const s = Object.fromEntries(
  signTexts.map((sign, index) => [sign, firstSignCode + index]),
) as Readonly<Record<Sign, number>>;

/** Text of the operator with this code; '' for other codes. */
export function signText(code: number): string {
  return signTexts[code - firstSignCode] ?? '';
}

/** Whether a code is that of a word, keyword or not. */
export function isWordCode(code: number): boolean {
  return code === t.name || code >= firstKeywordCode;
}

export function isStringCode(code: number): boolean {
  return code === t.string || code === t.rawString;
}
