import { keywordAt } from './keyword-at.ts';
import { scanNumber } from './scan-number.ts';
import { blockCommentEnd, lineCommentEnd, quotedNameEnd, rawStringEnd, stringEnd } from './scan-quoted.ts';
import { s, t } from './token-codes.ts';

/**
 * The tokens of a text in flat arrays. With trivia: token `i` is `text.slice(starts[i], starts[i + 1])`, so all of them
 * together are the text, and the last one is `t.end`, of length 0.
 */
export interface Tokens {
  readonly text: string;
  /** Number of tokens, trivia and the end among them. */
  readonly count: number;
  /** `count` codes of `t`, `s` and `k`. */
  readonly codes: Uint16Array;
  /** `count + 1` offsets in UTF-16 code units. */
  readonly starts: Uint32Array;
}

const blank = 1;
const letter = 2;
const digit = 3;
const classes = new Uint8Array(128);
for (const character of ' \t\n\f\r\v') classes[character.charCodeAt(0)] = blank;
for (let code = 0; code < 128; code += 1) {
  if (/[A-Za-z_]/.test(String.fromCharCode(code))) classes[code] = letter;
  if (/[0-9]/.test(String.fromCharCode(code))) classes[code] = digit;
}

const otherBlank = /[\u00a0\u1680\u2000-\u200a\u2028\u202f\u205f\u3000]/;
const otherLetter = /\p{L}/u;

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return classes[code] ?? 0;
  if (Number.isNaN(code)) return 0;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (otherBlank.test(character)) return blank;
  return otherLetter.test(character) ? letter : 0;
}

/** Splits any text into tokens by Spark's lexical rules. Never fails: what starts nothing is a token of its own. */
export function tokenize(text: string): Tokens {
  // Mostly four characters a token and more; grown when a text is denser.
  let codes = new Uint16Array((text.length >> 1) + 16);
  let starts = new Uint32Array(codes.length);
  let count = 0;
  let at = 0;
  while (at < text.length) {
    if (count + 2 >= codes.length) {
      codes = grow(codes, new Uint16Array(codes.length * 2));
      starts = grow(starts, new Uint32Array(codes.length));
    }
    const packed = scan(text, at);
    codes[count] = packed % 1024;
    starts[count] = at;
    count += 1;
    at = Math.floor(packed / 1024);
  }
  codes[count] = t.end;
  starts[count] = at;
  starts[count + 1] = at;
  count += 1;
  return { text, count, codes: codes.subarray(0, count), starts: starts.subarray(0, count + 1) };
}

function grow<Numbers extends Uint16Array | Uint32Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}

/** The token at `at`, packed as `end * 1024 + code`. */
function scan(text: string, at: number): number {
  const kind = classAt(text, at);
  if (kind === blank) return blankEnd(text, at) * 1024 + t.blank;
  if (kind === letter) return scanWord(text, at);
  if (kind === digit) return scanDigits(text, at);
  return scanSign(text, at);
}

function blankEnd(text: string, at: number): number {
  let end = at + 1;
  while (classAt(text, end) === blank) end += 1;
  return end;
}

/** End of the letters, digits and `_` from `at` on. */
function wordEnd(text: string, at: number): number {
  let end = at;
  for (let kind = classAt(text, end); kind >= letter; kind = classAt(text, end)) {
    end += text.charCodeAt(end) >= 0xd800 && text.charCodeAt(end) <= 0xdbff ? 2 : 1;
  }
  return end;
}

const uriRest = /[\p{L}0-9_/\-.?=&#%]+/uy;

function scanWord(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if ((text.charCodeAt(at) | 32) === 114 && (next === 39 || next === 34)) {
    const end = rawStringEnd(text, at + 1);
    return end === -1 ? text.length * 1024 + t.unclosed : end * 1024 + t.rawString;
  }
  const end = wordEnd(text, at);
  if (text.charCodeAt(end) === 58 && text.startsWith('://', end)) {
    // `s3://bucket/path` is one name for Spark.
    uriRest.lastIndex = end + 3;
    if (uriRest.test(text)) return uriRest.lastIndex * 1024 + t.name;
  }
  return end * 1024 + keywordAt(text, at, end);
}

/** A name may begin with digits (`2nd_visit`): the longer reading wins, and a number where both are as long. */
function scanDigits(text: string, at: number): number {
  const number = scanNumber(text, at);
  const numberEnd = number >> 4;
  const end = wordEnd(text, at);
  return end > numberEnd ? end * 1024 + t.name : numberEnd * 1024 + (number & 15);
}

function scanSign(text: string, at: number): number {
  const next = text.charAt(at + 1);
  switch (text.charAt(at)) {
    case "'":
    case '"':
      return closed(stringEnd(text, at), t.string, text);
    case '`':
      return closed(quotedNameEnd(text, at), t.quotedName, text);
    case '-':
      if (next === '-') return lineCommentEnd(text, at) * 1024 + t.lineComment;
      return next === '>' ? pack(at + 2, s['->']) : pack(at + 1, s['-']);
    case '/':
      if (next !== '*') return pack(at + 1, s['/']);
      if (text.charAt(at + 2) === '+') return pack(at + 3, s['/*+']);
      return closed(blockCommentEnd(text, at), t.blockComment, text);
    case '.': {
      const number = scanNumber(text, at);
      return (number & 15) === t.unknown ? pack(at + 1, s['.']) : pack(number >> 4, number & 15);
    }
    default:
      return scanOperator(text, at, next);
  }
}

function closed(end: number, code: number, text: string): number {
  return end === -1 ? text.length * 1024 + t.unclosed : end * 1024 + code;
}

function pack(end: number, code: number): number {
  return end * 1024 + code;
}

/** Operators of several signs, by their first one, the longest first. */
const longOperators: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  '<': [
    ['<=>', s['<=>']],
    ['<=', s['<=']],
    ['<>', s['<>']],
    ['<<', s['<<']],
  ],
  '>': [
    ['>>>', s['>>>']],
    ['>>', s['>>']],
    ['>=', s['>=']],
  ],
  '=': [
    ['==', s['=']],
    ['=>', s['=>']],
  ],
  '!': [
    ['!=', s['!=']],
    ['!>', s['<=']],
    ['!<', s['>=']],
  ],
  '|': [
    ['||', s['||']],
    ['|>', s['|>']],
  ],
  ':': [['::', s['::']]],
  '*': [['*/', s['*/']]],
};

function scanOperator(text: string, at: number, next: string): number {
  const first = text.charAt(at);
  if (next !== '') {
    for (const [operator, code] of longOperators[first] ?? []) {
      if (text.startsWith(operator, at)) return pack(at + operator.length, code);
    }
  }
  const code = (s as Readonly<Record<string, number>>)[first];
  if (code !== undefined) return pack(at + 1, code);
  return pack(at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1), t.unknown);
}
