import { firstKeywordCode, keywords } from './keywords.ts';
import { t } from './token-codes.ts';

const tableSize = 4096;
const table = new Uint16Array(tableSize);
const longest = Math.max(...keywords.map((word) => word.length));
for (const [index, word] of keywords.entries()) {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = slotAfter(hash, word.charCodeAt(at));
  let slot = slotOf(hash, word.length);
  while (table[slot] !== 0) slot = (slot + 1) % tableSize;
  table[slot] = firstKeywordCode + index;
}

/** The hash of a word with one more character; letters count alike in both cases. */
export function slotAfter(hash: number, character: number): number {
  return (Math.imul(hash, 31) + (character & 0xdf)) | 0;
}

function slotOf(hash: number, length: number): number {
  return (hash ^ (hash >>> 12) ^ (length << 8)) & (tableSize - 1);
}

function isSame(word: string, text: string, start: number): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = text.charCodeAt(start + at);
    const upper = code >= 97 && code <= 122 ? code - 32 : code;
    if (upper !== word.charCodeAt(at)) return false;
  }
  return true;
}

/** Code of the keyword that is all of `text.slice(start, end)`, whose hash is given, or `t.name`. No string is made for it. */
export function keywordOf(hash: number, text: string, start: number, end: number): number {
  if (end - start > longest) return t.name;
  let slot = slotOf(hash, end - start);
  for (;;) {
    const code = table[slot] ?? 0;
    if (code === 0) return t.name;
    const word = keywords[code - firstKeywordCode] ?? '';
    if (word.length === end - start && isSame(word, text, start)) return code;
    slot = (slot + 1) % tableSize;
  }
}

/** The same for a word whose hash is not known yet. */
export function keywordIn(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = slotAfter(hash, text.charCodeAt(at));
  return keywordOf(hash, text, start, end);
}
