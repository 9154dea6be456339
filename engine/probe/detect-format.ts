import { isUtf8 } from 'node:buffer';
import type { ReadFormat, SourceEncoding } from '../../core/contracts/plan.ts';
import { decodeSource } from '../read/decode-source.ts';
import { readRecords } from '../read/read-records.ts';
import { recordsOf } from '../read/records-of.ts';
import { RejectedFile } from '../read/rejected-file.ts';
import { looksLikeHeader } from './looks-like-header.ts';

/** The first bytes of a file as they are on disk. */
export interface FileHead {
  readonly name: string;
  readonly bytes: Buffer;
  /** They are the whole file. */
  readonly isWhole: boolean;
}

/** Bytes of a file that are enough to detect its format. */
export const headBytes = 1024 * 1024;

const delimiters = [',', ';', '\t', '|'];
const quotes = ['"', "'", ''];
const mostRecords = 500;

/** How the file is written, from its first records. What cannot be told is as by default. */
export async function detectFormat(head: FileHead): Promise<ReadFormat> {
  const isGzip = head.bytes[0] === 0x1f && head.bytes[1] === 0x8b;
  const compression = isGzip && !/\.gz$/i.test(head.name) ? 'gzip' : 'auto';
  const plain: ReadFormat = { ...usualFormat, encoding: 'iso-8859-1', compression };
  const encoding = detectEncoding(isGzip ? await unpack(head, plain) : head.bytes, head.isWhole && !isGzip);
  const format = { ...plain, encoding };
  let best: {
    readonly format: ReadFormat;
    readonly score: number;
    readonly rows: readonly (readonly string[])[];
  } | null = null;
  for (const quote of quotes) {
    for (const delimiter of delimiters) {
      const tried = { ...format, delimiter, quote };
      const { score, rows } = await tryFormat(head, tried);
      if (best === null || score > best.score + 0.001) best = { format: tried, score, rows };
    }
  }
  if (best === null || best.score <= 0) return { ...format, hasHeader: true };
  return { ...best.format, hasHeader: looksLikeHeader(best.rows) };
}

const usualFormat: ReadFormat = {
  delimiter: ',',
  quote: '"',
  hasHeader: false,
  encoding: 'utf-8',
  compression: 'auto',
  maxExpansion: 200,
  nullValues: [],
};

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** The first bytes of the text in a gzip, of which the end may be missing. */
async function unpack(head: FileHead, format: ReadFormat): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  const text = decodeSource(
    once(head.bytes),
    { ...format, encoding: 'utf-8', compression: 'gzip', maxExpansion: Infinity },
    {
      name: head.name,
      sizeBytes: null,
    },
  );
  try {
    for await (const piece of text) {
      pieces.push(piece);
      size += piece.length;
      if (size > headBytes) break;
    }
  } catch (error) {
    // Cut off here, or damaged: the pass over the whole file tells which.
    if (!(error instanceof RejectedFile)) throw error;
  }
  return Buffer.concat(pieces);
}

function detectEncoding(bytes: Buffer, isWhole: boolean): SourceEncoding {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16';
  if (looksLikeUtf16(bytes)) return 'utf-16';
  // The last character may be cut in two.
  const cuts = isWhole ? [0] : [0, 1, 2, 3];
  if (cuts.some((cut) => isUtf8(bytes.subarray(0, Math.max(0, bytes.length - cut))))) return 'utf-8';
  // These five bytes are nothing in windows-1252.
  return [0x81, 0x8d, 0x8f, 0x90, 0x9d].some((byte) => bytes.includes(byte)) ? 'iso-8859-1' : 'windows-1252';
}

/** Little-endian without a mark: Latin text has a zero in every second byte. */
function looksLikeUtf16(bytes: Buffer): boolean {
  const seen = Math.min(bytes.length & ~1, 1024);
  let zeros = 0;
  for (let at = 1; at < seen; at += 2) if (bytes[at] === 0) zeros++;
  return seen >= 4 && zeros > seen * 0.4;
}

/** Share of sound records under a format; a format that splits nothing, or leaves quotes behind, scores little. */
async function tryFormat(
  head: FileHead,
  format: ReadFormat,
): Promise<{ readonly score: number; readonly rows: readonly (readonly string[])[] }> {
  const rows: (readonly string[])[] = [];
  let bad = 0;
  const options = { fileName: head.name, chunkBytes: { first: 4096, largest: 65536 } };
  const reader = readRecords(once(head.bytes), { ...format, hasHeader: true, maxExpansion: 10_000 }, options);
  while (rows.length < mostRecords) {
    const { value, done } = await reader.next();
    if (done === true) {
      // A quote that is open where the head was cut off says nothing; neither does a gzip that ends there.
      if (
        value.kind === 'rejected' &&
        (head.isWhole || !['open-quote', 'damaged-gzip'].includes(value.rejection))
      ) {
        return { score: 0, rows: [] };
      }
      if (rows.length === 0 && value.kind === 'complete') rows.push(value.header);
      break;
    }
    if (rows.length === 0) rows.push(value.header);
    bad += value.malformed.length;
    for (const { fields } of recordsOf(value, format.delimiter)) rows.push(fields);
  }
  await reader.return({ kind: 'rejected', rejection: 'unreadable', line: null, message: '' });
  const width = rows[0]?.length ?? 0;
  const share = rows.length / Math.max(1, rows.length + bad);
  const isStray = quotes.some((quote) => quote !== '' && quote !== format.quote && isQuoting(quote, rows));
  // Apostrophes are commoner than apostrophes that quote.
  const doubt = (width < 2 ? 0.6 : 0) + (isStray ? 0.3 : 0) + (format.quote === "'" ? 0.01 : 0);
  const score = share + Math.min(width, 100) / 10_000 - doubt;
  return { score, rows };
}

/** Whether most rows have a cell that begins with the quote, and that cell or a later one ends with it. */
function isQuoting(quote: string, rows: readonly (readonly string[])[]): boolean {
  const quoting = rows.filter((row) => {
    const first = row.findIndex((cell) => cell.startsWith(quote));
    return first !== -1 && row.slice(first).some((cell) => cell.length > 1 && cell.endsWith(quote));
  });
  return quoting.length * 2 > rows.length;
}
