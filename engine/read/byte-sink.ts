/** A growing run of bytes; `length` of them are written. */
export interface ByteSink {
  bytes: Buffer;
  length: number;
}

export function createByteSink(capacity: number): ByteSink {
  return { bytes: Buffer.allocUnsafe(capacity), length: 0 };
}

/** Makes room for `more` bytes after `length`; what is written stays. */
export function reserve(sink: ByteSink, more: number): void {
  const needed = sink.length + more;
  if (needed <= sink.bytes.length) return;
  const grown = Buffer.allocUnsafe(Math.max(needed, sink.bytes.length * 2));
  sink.bytes.copy(grown, 0, 0, sink.length);
  sink.bytes = grown;
}

/** Appends a whole number in decimal; room must have been reserved. */
export function writeNumber(sink: ByteSink, value: number): void {
  sink.length += sink.bytes.write(String(value), sink.length, 'latin1');
}

/** Appends bytes; room must have been reserved. */
export function writeBytes(sink: ByteSink, bytes: Uint8Array): void {
  sink.bytes.set(bytes, sink.length);
  sink.length += bytes.length;
}
