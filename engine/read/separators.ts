import { randomBytes } from 'node:crypto';

/** Control characters that text files hardly ever hold; NUL, TAB, LF and CR are not among them. */
const candidates = [
  0x1f, 0x1e, 0x1d, 0x1c, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x0b, 0x0c, 0x0e, 0x0f, 0x10, 0x11,
  0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b,
];

export interface Separators {
  readonly field: Buffer;
  readonly record: Buffer;
}

/**
 * Two separators that do not occur in `bytes`: control characters while two are free, else random words (a word of 64
 * random bits between two bell characters; checked against the bytes, so a guess by a sender is of no use).
 */
export function pickSeparators(bytes: Buffer): Separators {
  const free: number[] = [];
  for (const candidate of candidates) {
    if (bytes.indexOf(candidate) === -1) free.push(candidate);
    if (free.length === 2) break;
  }
  const [field, record] = free;
  if (field !== undefined && record !== undefined) {
    return { field: Buffer.of(field), record: Buffer.of(record) };
  }
  const words = { field: randomWord('f'), record: randomWord('r') };
  return bytes.includes(words.field) || bytes.includes(words.record) ? pickSeparators(bytes) : words;
}

function randomWord(kind: string): Buffer {
  return Buffer.from(`\x07${kind}${randomBytes(8).toString('hex')}\x07`);
}
