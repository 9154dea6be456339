const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * A gzip file of stored (not compressed) blocks. Compressors differ between versions of zlib, and the committed
 * samples must come out the same everywhere.
 */
export function gzip(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255)];
  for (let start = 0; start === 0 || start < bytes.length; start += 65_535) {
    const block = bytes.subarray(start, start + 65_535);
    const head = new DataView(new ArrayBuffer(5));
    head.setUint8(0, start + 65_535 >= bytes.length ? 1 : 0);
    head.setUint16(1, block.length, true);
    head.setUint16(3, block.length ^ 0xffff, true);
    parts.push(new Uint8Array(head.buffer), block);
  }
  const tail = new DataView(new ArrayBuffer(8));
  tail.setUint32(0, crc32(bytes), true);
  tail.setUint32(4, bytes.length, true);
  parts.push(new Uint8Array(tail.buffer));
  return Buffer.concat(parts);
}
