import { isAscii } from 'node:buffer';
import type { SourceEncoding } from '../../core/contracts/plan.ts';

/** Never part of well-formed UTF-8: what cannot be transcoded becomes this, and its record `malformed:encoding`. */
const invalidByte = 0xff;
const pieceBytes = 1024 * 1024;

/** Bytes 0x80–0x9F of windows-1252 (Unicode consortium's CP1252.TXT); 0 where the code page defines nothing. */
const windows1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
];

/** UTF-8 bytes of a text in `encoding`, without its byte order mark. */
export function transcode(source: AsyncIterable<Buffer>, encoding: SourceEncoding): AsyncIterable<Buffer> {
  switch (encoding) {
    case 'utf-8':
      return withoutMark(source);
    case 'utf-16':
      return fromUtf16(source);
    case 'iso-8859-1':
      return fromCodePage(source, (byte) => byte);
    case 'windows-1252':
      return fromCodePage(source, (byte) =>
        byte < 0x80 || byte > 0x9f ? byte : (windows1252[byte - 0x80] ?? 0),
      );
  }
}

async function* withoutMark(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const piece of source) {
    if (head === null) {
      yield piece;
      continue;
    }
    head = head.length === 0 ? piece : Buffer.concat([head, piece]);
    if (head.length < 3 && isMarkPrefix(head)) continue;
    yield isMark(head) ? head.subarray(3) : head;
    head = null;
  }
  if (head !== null && head.length > 0) yield isMark(head) ? head.subarray(3) : head;
}

function isMarkPrefix(bytes: Buffer): boolean {
  return bytes.equals(Buffer.of(0xef, 0xbb, 0xbf).subarray(0, bytes.length));
}

function isMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

async function* fromCodePage(
  source: AsyncIterable<Buffer>,
  codePointOf: (byte: number) => number,
): AsyncGenerator<Buffer> {
  const encoded = Array.from({ length: 256 }, (_, byte) => {
    const codePoint = codePointOf(byte);
    return codePoint === 0 && byte !== 0
      ? Buffer.of(invalidByte)
      : Buffer.from(String.fromCharCode(codePoint));
  });
  for await (const whole of source) {
    for (let from = 0; from < whole.length; from += pieceBytes) {
      const piece = whole.subarray(from, from + pieceBytes);
      yield isAscii(piece) ? piece : encodePiece(piece, encoded);
    }
  }
}

function encodePiece(piece: Buffer, encoded: readonly Buffer[]): Buffer {
  const out = Buffer.allocUnsafe(piece.length * 3);
  let to = 0;
  for (const byte of piece) {
    if (byte < 0x80) out[to++] = byte;
    else for (const part of encoded[byte] ?? []) out[to++] = part;
  }
  return out.subarray(0, to);
}

/** With a byte order mark as it says, else little-endian. A lone surrogate or half a unit becomes the invalid byte. */
async function* fromUtf16(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isBigEndian: boolean | null = null;
  let rest: Buffer = Buffer.alloc(0);
  for await (const whole of source) {
    for (let from = 0; from < whole.length; from += pieceBytes) {
      let units: Buffer = Buffer.concat([rest, whole.subarray(from, from + pieceBytes)]);
      if (isBigEndian === null) {
        if (units.length < 2) {
          rest = units;
          continue;
        }
        isBigEndian = units[0] === 0xfe && units[1] === 0xff;
        if (isBigEndian || (units[0] === 0xff && units[1] === 0xfe)) units = units.subarray(2);
      }
      let end = units.length & ~1;
      // A high surrogate waits for its other half.
      const lastHighByte = units[isBigEndian ? end - 2 : end - 1] ?? 0;
      if (end >= 2 && lastHighByte >= 0xd8 && lastHighByte <= 0xdb) end -= 2;
      rest = Buffer.from(units.subarray(end));
      if (end > 0) yield encodeUtf16(units.subarray(0, end), isBigEndian);
    }
  }
  if (rest.length >= 2) yield encodeUtf16(rest.subarray(0, 2), isBigEndian ?? false);
  if (rest.length % 2 === 1) yield Buffer.of(invalidByte);
}

function encodeUtf16(units: Buffer, isBigEndian: boolean): Buffer {
  const littleEndian = isBigEndian ? Buffer.from(units).swap16() : units;
  const text = littleEndian.toString('utf16le');
  if (!/\p{Surrogate}/u.test(text)) return Buffer.from(text);
  const parts = text.split(/(\p{Surrogate})/u);
  return Buffer.concat(
    parts.map((part, index) => (index % 2 === 1 ? Buffer.of(invalidByte) : Buffer.from(part))),
  );
}
