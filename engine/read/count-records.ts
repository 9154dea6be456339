const lineFeed = 10;
const carriageReturn = 13;

/** What has been counted so far; `add` decoded bytes in any portions, then `end` once. */
export interface RecordCount {
  add(bytes: Uint8Array): void;
  /** Number of records, the header included, empty lines not. */
  end(): number;
}

/** A stretch without quotes pays for looking ahead from here on; a stretch with many is walked this far at a time. */
const shortestStretch = 512;
const walkedBytes = 4096;

/**
 * Counts records by quote parity and line ends alone: a line end outside quotes ends a record, and a record without any
 * content is an empty line. It shares nothing with the reader, so that a run can compare the two.
 * `quote` is a byte, -1 for none.
 */
export function countRecords(quote: number): RecordCount {
  let records = 0;
  let isInside = false;
  // Content of the record so far: 0 none, 1 one CR that may belong to the line end, 2 some.
  let content = 0;

  function add(bytes: Uint8Array): void {
    const length = bytes.length;
    let quoteAt = -1;
    let at = 0;
    while (at < length) {
      if (quoteAt < at) {
        quoteAt = quote === -1 ? length : bytes.indexOf(quote, at);
        if (quoteAt === -1) quoteAt = length;
      }
      if (!isInside && quoteAt - at >= shortestStretch) {
        skipUnquoted(bytes, at, quoteAt);
        at = quoteAt;
      } else {
        const until = Math.min(length, at + walkedBytes);
        walk(bytes, at, until);
        at = until;
      }
    }
  }

  /** Byte by byte: any bytes, any state. */
  function walk(bytes: Uint8Array, from: number, until: number): void {
    for (let at = from; at < until; at++) {
      const byte = bytes[at];
      if (byte === quote) {
        isInside = !isInside;
        content = 2;
      } else if (byte !== lineFeed) {
        if (content !== 2) content = byte === carriageReturn && content === 0 ? 1 : 2;
      } else if (!isInside) {
        if (content === 2) records++;
        content = 0;
      }
    }
  }

  /** Outside quotes and without any: four bytes are looked at together, and only those that hold a line end one by one. */
  function skipUnquoted(bytes: Uint8Array, from: number, until: number): void {
    const aligned = from + ((4 - ((bytes.byteOffset + from) & 3)) & 3);
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + aligned, (until - aligned) >> 2);
    walk(bytes, from, aligned);
    let lineStart = aligned;
    let carried = content;
    let count = 0;
    for (let index = 0; index < words.length; index++) {
      // A byte of `word` is zero exactly where a line end stands; the sum below then is not zero (a classic of bit tricks).
      const word = (words[index] ?? 0) ^ 0x0a0a0a0a;
      if (((word - 0x01010101) & ~word & 0x80808080) === 0) continue;
      const first = aligned + index * 4;
      for (let at = first; at < first + 4; at++) {
        if (bytes[at] !== lineFeed) continue;
        const size = at - lineStart;
        const isEmpty =
          carried === 2
            ? false
            : carried === 1
              ? size === 0
              : size === 0 || (size === 1 && bytes[lineStart] === carriageReturn);
        if (!isEmpty) count++;
        lineStart = at + 1;
        carried = 0;
      }
    }
    records += count;
    content = carried;
    const tail = aligned + words.length * 4;
    if (tail - lineStart > 1) content = 2;
    else walk(bytes, lineStart, tail);
    walk(bytes, tail, until);
  }

  function end(): number {
    return content === 0 ? records : records + 1;
  }

  return { add, end };
}
