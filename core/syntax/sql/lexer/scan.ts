import { keywordOf, slotAfter } from './keyword-of.ts';
import { scanNumber } from './scan-number.ts';
import { scanOperator } from './scan-operator.ts';
import { blockCommentEnd, lineCommentEnd, quotedNameEnd, rawStringEnd, stringEnd } from './scan-quoted.ts';
import { t } from './token-codes.ts';

/**
 * The tokens of a text in flat arrays, trivia left out: what lies between two of them is blanks and comments, so the text can be
 * put together again from both. The last token is `t.end`, at the end of the text.
 */
export interface Significant {
  readonly text: string;
  /** Codes of `t`, `s` and `k`. */
  readonly codes: Uint16Array;
  /** UTF-16 offsets. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Index of the end token. */
  readonly end: number;
}

export const blank = 1;
export const letter = 2;
export const digit = 3;
const classes = new Uint8Array(128);
for (const character of ' \t\n\f\r\v') classes[character.charCodeAt(0)] = blank;
for (let code = 0; code < 128; code += 1) {
  if (/[A-Za-z_]/.test(String.fromCharCode(code))) classes[code] = letter;
  if (/[0-9]/.test(String.fromCharCode(code))) classes[code] = digit;
}

const otherBlank = /[\u00a0\u1680\u2000-\u200a\u2028\u202f\u205f\u3000]/;
const otherLetter = /\p{L}/u;

/** Class of a character beyond ASCII; 0 at the end of the text. */
function otherClass(text: string, at: number): number {
  if (at >= text.length) return 0;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (otherBlank.test(character)) return blank;
  // The second half of a pair belongs to its first.
  if (/^[\udc00-\udfff]/.test(character) && at > 0)
    return otherLetter.test(text.slice(at - 1, at + 1)) ? letter : 0;
  return otherLetter.test(character) ? letter : 0;
}

/** Splits any text into tokens by Spark's lexical rules. Never fails: what starts nothing is a token of its own. */
export function scan(text: string): Significant {
  const { length } = text;
  // Mostly five characters a token and more; grown when a text is denser.
  let codes = new Uint16Array((length >> 2) + 16);
  let starts = new Uint32Array(codes.length);
  let ends = new Uint32Array(codes.length);
  let count = 0;
  let at = 0;
  while (at < length) {
    let character = text.charCodeAt(at);
    let kind = character < 128 ? (classes[character] ?? 0) : otherClass(text, at);
    if (kind === blank) {
      at += 1;
      continue;
    }
    const start = at;
    let code: number;
    if (kind === letter) {
      let slot = 0;
      do {
        slot = slotAfter(slot, character);
        at += 1;
        character = text.charCodeAt(at);
        kind = character < 128 ? (classes[character] ?? 0) : otherClass(text, at);
      } while (kind >= letter);
      code = keywordOf(slot, text, start, at);
      if (character === 58 || character === 39 || character === 34) {
        const packed = scanAfterWord(text, start, at, code);
        at = Math.floor(packed / 1024);
        code = packed % 1024;
      }
    } else {
      const packed = kind === digit ? scanDigits(text, at) : scanSign(text, at, character);
      at = Math.floor(packed / 1024);
      code = packed % 1024;
      if (code <= t.blockComment) continue;
    }
    if (count + 2 >= codes.length) {
      codes = grow(codes, new Uint16Array(codes.length * 2));
      starts = grow(starts, new Uint32Array(codes.length));
      ends = grow(ends, new Uint32Array(codes.length));
    }
    codes[count] = code;
    starts[count] = start;
    ends[count] = at;
    count += 1;
  }
  codes[count] = t.end;
  starts[count] = length;
  ends[count] = length;
  return { text, codes, starts, ends, end: count };
}

function grow<Numbers extends Uint16Array | Uint32Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}

const uriRest = /[\p{L}0-9_/\-.?=&#%]+/uy;

/** A word before `'`, `"` or `:`, packed as `end * 1024 + code`: a raw string, an address such as `s3://bucket/path`, or a word. */
function scanAfterWord(text: string, start: number, end: number, code: number): number {
  if (text.charCodeAt(end) !== 58) {
    if (end - start !== 1 || (text.charCodeAt(start) | 32) !== 114) return end * 1024 + code;
    const close = rawStringEnd(text, end);
    return close === -1 ? end * 1024 + code : close * 1024 + t.rawString;
  }
  if (!text.startsWith('://', end)) return end * 1024 + code;
  uriRest.lastIndex = end + 3;
  return uriRest.test(text) ? uriRest.lastIndex * 1024 + t.name : end * 1024 + code;
}

/** A name may begin with digits (`2nd_visit`): the longer reading wins, and a number where both are as long. */
function scanDigits(text: string, at: number): number {
  const number = scanNumber(text, at);
  const numberEnd = number >> 4;
  let end = at;
  for (let kind = digit; kind >= letter; ) {
    end += 1;
    const character = text.charCodeAt(end);
    kind = character < 128 ? (classes[character] ?? 0) : otherClass(text, end);
  }
  return end > numberEnd ? end * 1024 + t.name : numberEnd * 1024 + (number & 15);
}

function scanSign(text: string, at: number, character: number): number {
  switch (character) {
    case 39:
    case 34:
      return closed(stringEnd(text, at), t.string, text);
    case 96:
      return closed(quotedNameEnd(text, at), t.quotedName, text);
    case 45:
      if (text.charCodeAt(at + 1) === 45) return lineCommentEnd(text, at) * 1024 + t.lineComment;
      break;
    case 47:
      if (text.charCodeAt(at + 1) === 42 && text.charCodeAt(at + 2) !== 43) {
        return closed(blockCommentEnd(text, at), t.blockComment, text);
      }
      break;
    case 46: {
      const number = scanNumber(text, at);
      if ((number & 15) !== t.unknown) return (number >> 4) * 1024 + (number & 15);
      break;
    }
    default:
  }
  return scanOperator(text, at, character);
}

function closed(end: number, code: number, text: string): number {
  return end === -1 ? text.length * 1024 + t.unclosed : end * 1024 + code;
}
