const lineFeed = 10;
const carriageReturn = 13;

/** What has been counted so far; `add` decoded bytes in any portions, then `end` once. */
export interface RecordCount {
  add(bytes: Uint8Array): void;
  /** Number of records, the header included, empty lines not. */
  end(): number;
}

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
    let count = records;
    let inside = isInside;
    let seen = content;
    for (let at = 0; at < length; at++) {
      const byte = bytes[at];
      if (byte === lineFeed) {
        if (inside) continue;
        if (seen === 2) count++;
        seen = 0;
      } else if (byte === quote) {
        inside = !inside;
        seen = 2;
      } else if (seen !== 2) {
        seen = byte === carriageReturn && seen === 0 ? 1 : 2;
      }
    }
    records = count;
    isInside = inside;
    content = seen;
  }

  function end(): number {
    return content === 0 ? records : records + 1;
  }

  return { add, end };
}
