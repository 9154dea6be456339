import type { ReadFormat } from '../../../core/contracts/plan.ts';
import type { FileRejection, FileSummary, MalformedRecord } from '../../../engine/read/chunk.ts';
import { type ReadOptions, readRecords } from '../../../engine/read/read-records.ts';

export const commaFormat: ReadFormat = {
  delimiter: ',',
  quote: '"',
  hasHeader: true,
  encoding: 'utf-8',
  compression: 'auto',
  maxExpansion: 100,
  nullValues: [],
};

export async function* piecesOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export interface ReadResult {
  rows: { record: number; line: number; fields: string[] }[];
  malformed: MalformedRecord[];
  end: FileSummary | FileRejection;
  chunks: number;
  plainRows: number;
}

/** Reads everything and takes the chunks apart in JavaScript, rows in file order. */
export async function readAll(
  source: AsyncIterable<Uint8Array>,
  format: ReadFormat = commaFormat,
  options: Partial<ReadOptions> = {},
): Promise<ReadResult> {
  const reader = readRecords(source, format, { fileName: 'a.csv', ...options });
  const result: Omit<ReadResult, 'end'> = { rows: [], malformed: [], chunks: 0, plainRows: 0 };
  while (true) {
    const { value, done } = await reader.next();
    if (done === true) {
      result.rows.sort((a, b) => a.record - b.record);
      return { ...result, end: value };
    }
    result.chunks++;
    result.malformed.push(...value.malformed);
    const { plain, rewritten } = value;
    if (plain !== null) {
      const slots = plain.text.split(plain.lineEnd);
      if (slots.length !== plain.slots) throw new Error(`${slots.length} slots, and ${plain.slots} told`);
      slots.forEach((slot, index) => {
        if (slot === '') return;
        result.plainRows++;
        const fields = slot.split(format.delimiter);
        result.rows.push({ record: plain.firstRecord + index, line: plain.firstLine + index, fields });
      });
    }
    if (rewritten !== null) {
      for (const text of rewritten.text.split(rewritten.recordSeparator)) {
        const [record, line, ...fields] = text.split(rewritten.fieldSeparator);
        result.rows.push({ record: Number(record), line: Number(line), fields });
      }
    }
  }
}
