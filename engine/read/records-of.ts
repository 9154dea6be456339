import type { Chunk } from './chunk.ts';

/** A well-formed record with its values as delivered. */
export interface ReadRecord {
  readonly record: number;
  readonly line: number;
  readonly fields: readonly string[];
}

/** The well-formed records of a chunk, one by one: the plain ones in order, then the rewritten ones in order. */
export function* recordsOf(chunk: Chunk, delimiter: string): Generator<ReadRecord> {
  const { plain, rewritten } = chunk;
  if (plain !== null) {
    let slot = 0;
    for (const line of plain.text.split(plain.lineEnd)) {
      const place = { record: plain.firstRecord + slot, line: plain.firstLine + slot };
      if (line !== '') yield { ...place, fields: line.split(delimiter) };
      slot++;
    }
  }
  if (rewritten === null) return;
  for (const text of rewritten.text.split(rewritten.recordSeparator)) {
    const [record, line, ...fields] = text.split(rewritten.fieldSeparator);
    yield { record: Number(record), line: Number(line), fields };
  }
}
