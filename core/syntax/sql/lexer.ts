/** Kinds of tokens; the first three are trivia. */
export const tokenKinds = {
  blank: 0,
  lineComment: 1,
  blockComment: 2,
  /** `/*+ … *` + `/`: a hint of a query. */
  hint: 3,
  word: 4,
  quotedName: 5,
  string: 6,
  rawString: 7,
  integer: 8,
  decimal: 9,
  operator: 10,
  /** A string, quoted name or comment that is not closed, up to the end of the text. */
  unclosed: 11,
  /** A character that starts nothing. */
  unknown: 12,
  end: 13,
} as const;

export type TokenKind = (typeof tokenKinds)[keyof typeof tokenKinds];

/**
 * The tokens of a text, trivia among them, in flat arrays: token `i` is `text.slice(starts[i], starts[i + 1])`, so all of
 * them together are the text. The last one is `end`, of length 0.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly kinds: Uint8Array;
  /** `count + 1` offsets in UTF-16 code units. */
  readonly starts: Uint32Array;
}

const operators = [
  ...['<=>', '>>>', '<=', '>=', '<>', '!=', '==', '||', '->', '=>', '::', '<<', '>>', '|>', '!<', '!>'],
  ...[
    '=',
    '<',
    '>',
    '+',
    '-',
    '*',
    '/',
    '%',
    '(',
    ')',
    ',',
    '.',
    ';',
    '[',
    ']',
    ':',
    '?',
    '&',
    '|',
    '^',
    '~',
    '!',
    '{',
    '}',
    '@',
    '#',
  ],
];
const byFirst = new Map<string, readonly string[]>();
for (const operator of operators) {
  const first = operator.charAt(0);
  byFirst.set(first, [...(byFirst.get(first) ?? []), operator]);
}

const blank = /[ \t\r\n\f\v\u00a0\u2000-\u200b\u2028\u2029\u3000\ufeff]+/y;
const word = /[\p{L}\p{M}\p{N}_$]+/uy;
const number = /(?:[0-9]+[.][0-9]*|[.][0-9]+|[0-9]+)(?:[eE][+-]?[0-9]+)?(?:BD|[LSYFD])?/iy;

/** Splits any text into tokens by Spark's lexical rules. Never fails: what starts nothing is a token of its own. */
export function tokenize(text: string): Tokens {
  const kinds: TokenKind[] = [];
  const starts: number[] = [];
  let position = 0;
  while (position < text.length) {
    const { kind, end } = nextToken(text, position);
    kinds.push(kind);
    starts.push(position);
    position = end;
  }
  kinds.push(tokenKinds.end);
  starts.push(position, position);
  return { text, count: kinds.length, kinds: Uint8Array.from(kinds), starts: Uint32Array.from(starts) };
}

interface Token {
  readonly kind: TokenKind;
  readonly end: number;
}

function nextToken(text: string, at: number): Token {
  const first = text.charAt(at);
  const blankEnd = matchEnd(blank, text, at);
  if (blankEnd !== null) return { kind: tokenKinds.blank, end: blankEnd };
  const commentEnd = matchEnd(lineComment, text, at);
  if (commentEnd !== null) return { kind: tokenKinds.lineComment, end: commentEnd };
  if (text.startsWith('/*', at)) return blockComment(text, at);
  if (first === "'" || first === '"') return quoted(text, at, first, tokenKinds.string);
  if (first === '`') return quotedName(text, at);
  if ((first === 'r' || first === 'R') && /['"]/.test(text.charAt(at + 1))) {
    return rawString(text, at);
  }
  return numberOrWord(text, at) ?? operatorAt(text, at);
}

function matchEnd(expression: RegExp, text: string, at: number): number | null {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : null;
}

/** A backslash before the line's end carries a comment on. */
const lineComment = /--(?:\\\n|[^\r\n])*/y;

/** Bracketed comments nest in Spark. */
function blockComment(text: string, at: number): Token {
  const isHint = text.charAt(at + 2) === '+';
  let depth = 1;
  let position = at + 2;
  while (depth > 0) {
    const close = text.indexOf('*/', position);
    if (close === -1) return { kind: tokenKinds.unclosed, end: text.length };
    const open = text.indexOf('/*', position);
    const isOpening = open !== -1 && open < close;
    depth += isOpening ? 1 : -1;
    position = (isOpening ? open : close) + 2;
  }
  return { kind: isHint ? tokenKinds.hint : tokenKinds.blockComment, end: position };
}

function quoted(text: string, at: number, quote: string, kind: TokenKind): Token {
  let position = at + 1;
  while (position < text.length) {
    const character = text.charAt(position);
    if (character === quote) return { kind, end: position + 1 };
    position += character === '\\' ? 2 : 1;
  }
  return { kind: tokenKinds.unclosed, end: text.length };
}

function rawString(text: string, at: number): Token {
  const close = text.indexOf(text.charAt(at + 1), at + 2);
  if (close === -1) return { kind: tokenKinds.unclosed, end: text.length };
  return { kind: tokenKinds.rawString, end: close + 1 };
}

function quotedName(text: string, at: number): Token {
  let close = text.indexOf('`', at + 1);
  while (close !== -1 && text.charAt(close + 1) === '`') close = text.indexOf('`', close + 2);
  if (close === -1) return { kind: tokenKinds.unclosed, end: text.length };
  return { kind: tokenKinds.quotedName, end: close + 1 };
}

/** A word may start with digits in Spark (`2nd_visit`): the longer reading wins. */
function numberOrWord(text: string, at: number): Token | null {
  const wordEnd = matchEnd(word, text, at) ?? at;
  const numberEnd = matchEnd(number, text, at) ?? at;
  if (wordEnd === at && numberEnd === at) return null;
  if (wordEnd > numberEnd) return { kind: tokenKinds.word, end: wordEnd };
  const isInteger = /^[0-9]+[LSY]?$/i.test(text.slice(at, numberEnd));
  return { kind: isInteger ? tokenKinds.integer : tokenKinds.decimal, end: numberEnd };
}

function operatorAt(text: string, at: number): Token {
  const found = byFirst.get(text.charAt(at))?.find((operator) => text.startsWith(operator, at));
  if (found !== undefined) return { kind: tokenKinds.operator, end: at + found.length };
  const codePoint = text.codePointAt(at) ?? 0;
  return { kind: tokenKinds.unknown, end: at + (codePoint > 0xffff ? 2 : 1) };
}
