import { crc32 } from 'node:zlib';

export interface ZipEntry {
  /** With `/`, ASCII. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** 1980-01-01, the first day of the format: a moment would make equal contents unequal files. */
const firstDay = 0x0021;
const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endRecord = 0x06054b50;
/** Version 1.0: stored, without compression. */
const version = 10;

/**
 * A zip file of the entries in the order of their names, stored as they are: equal entries give equal bytes, and Python imports
 * from it (PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16).
 */
export function zipFiles(entries: readonly ZipEntry[]): Uint8Array {
  const sorted = entries.toSorted((left, right) => (left.name < right.name ? -1 : 1));
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of sorted) {
    const common = commonFields(content, name);
    const local = Buffer.concat([numbers([localHeader, 4]), common, Buffer.from(name, 'latin1'), content]);
    directory.push(
      numbers([centralHeader, 4], [version, 2]),
      common,
      // Comment, disk, internal and external attributes; then where the entry begins.
      numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      Buffer.from(name, 'latin1'),
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = sorted.length;
  const end = numbers(
    [endRecord, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [central.length, 4],
    [offset, 4],
    [0, 2],
  );
  return Buffer.concat([...parts, central, end]);
}

function commonFields(content: Uint8Array, name: string): Buffer {
  const size = content.length;
  return numbers(
    [version, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [firstDay, 2],
    [crc32(content), 4],
    [size, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  );
}

/** Little-endian numbers of so many bytes each. */
function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) {
    buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}
