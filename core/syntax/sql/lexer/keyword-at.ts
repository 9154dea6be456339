import { firstKeywordCode, keywords } from './keywords.ts';
import { t } from './token-codes.ts';

const tableSize = 4096;
const table = new Uint16Array(tableSize);
for (const [index, word] of keywords.entries()) {
  let slot = slotOf(word, 0, word.length);
  while (table[slot] !== 0) slot = (slot + 1) % tableSize;
  table[slot] = firstKeywordCode + index;
}

function slotOf(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at += 1) hash = (hash * 31 + (text.charCodeAt(at) & 0xdf)) | 0;
  return (hash ^ (hash >>> 12)) & (tableSize - 1);
}

function isSame(word: string, text: string, start: number): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = text.charCodeAt(start + at);
    const upper = code >= 97 && code <= 122 ? code - 32 : code;
    if (upper !== word.charCodeAt(at)) return false;
  }
  return true;
}

/** Code of the keyword that is all of `text.slice(start, end)`, in any case, or `t.name`. No string is made for it. */
export function keywordAt(text: string, start: number, end: number): number {
  let slot = slotOf(text, start, end);
  for (;;) {
    const code = table[slot] ?? 0;
    if (code === 0) return t.name;
    const word = keywords[code - firstKeywordCode] ?? '';
    if (word.length === end - start && isSame(word, text, start)) return code;
    slot = (slot + 1) % tableSize;
  }
}
