import { createHash } from 'node:crypto';

/** Size and SHA-256 of a file, taken while it passes by. */
export interface Measure {
  readonly sizeBytes: () => number;
  /** Hex; only once, after the last byte. */
  readonly sha256: () => string;
  readonly through: (source: AsyncIterable<Uint8Array>) => AsyncGenerator<Buffer>;
}

export function createMeasure(): Measure {
  const hash = createHash('sha256');
  let sizeBytes = 0;

  async function* through(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
    for await (const piece of source) {
      hash.update(piece);
      sizeBytes += piece.length;
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    }
  }

  return { sizeBytes: () => sizeBytes, sha256: () => hash.digest('hex'), through };
}
