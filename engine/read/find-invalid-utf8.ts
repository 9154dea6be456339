import { isUtf8 } from 'node:buffer';

/** Bytes that are asked about at once before any of them is looked at. */
const blockBytes = 16 * 1024;

/**
 * Position of the first byte in `[start, end)` that is not well-formed UTF-8 (Unicode 15, table 3-7), -1 when there is
 * none. `start` begins a character. Sound blocks are told by `buffer.isUtf8`, which is many times faster than looking.
 */
export function findInvalidUtf8(bytes: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const until = blockEnd(bytes, at, end);
    if (isUtf8(bytes.subarray(at, until))) {
      at = until;
      continue;
    }
    at = walk(bytes, at, until, end);
    if (at < until) return at;
  }
  return -1;
}

/** Where a block ends: as a rule between two characters. */
function blockEnd(bytes: Buffer, start: number, end: number): number {
  let until = start + blockBytes;
  if (until >= end) return end;
  for (let back = 0; back < 3 && ((bytes[until] ?? 0) & 0xc0) === 0x80; back++) until--;
  return until;
}

/** Byte by byte: the first byte at fault, or where the character that crosses `until` ends. */
function walk(bytes: Buffer, start: number, until: number, end: number): number {
  let at = start;
  while (at < until) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const more =
      lead >= 0xc2 && lead <= 0xdf ? 1 : (lead & 0xf0) === 0xe0 ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
    if (more === 0 || at + more >= end) return at;
    const second = bytes[at + 1] ?? 0;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) return at;
    for (let i = 2; i <= more; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return at;
    at += more + 1;
  }
  return at;
}
