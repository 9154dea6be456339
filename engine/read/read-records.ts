import type { ReadFormat } from '../../core/contracts/plan.ts';
import type { Chunk, FileRejection, FileSummary } from './chunk.ts';
import { type DecodedFile, openText } from './open-text.ts';
import { duplicateNames } from './parse-header.ts';
import { type RecordLimits, recordLimits, tooLong } from './record-bounds.ts';
import { RejectedFile } from './rejected-file.ts';
import { rejectionOf } from './rejection-of.ts';
import { type Position, scanChunk } from './scan-chunk.ts';
import { type TakenHeader, takeHeader } from './take-header.ts';

export interface ReadOptions {
  /** For `.gz`; never opened. */
  readonly fileName: string;
  /** Of the file, when known: the bound of a gzip's expansion then counts the whole file. */
  readonly sizeBytes?: number;
  /** Number of fields of a file without a header. */
  readonly columns?: number;
  readonly signal?: AbortSignal;
  /** Sizes of the first chunk and of the largest, in bytes of text; they double from one to the other. */
  readonly chunkBytes?: { readonly first: number; readonly largest: number };
  readonly limits?: RecordLimits;
}

const mebibyte = 1024 * 1024;
const usualChunkBytes = { first: mebibyte, largest: 8 * mebibyte };

/**
 * Reads a delimited file once, from first byte to last, into chunks of whole records. The rules are those of the
 * contract's stage "read"; the outcome does not depend on where chunks or pieces of `source` end. Memory is bounded by
 * the chunk size and the longest record allowed.
 *
 * Returns a summary, or a rejection when the file as a whole cannot be read (errors of the file system included).
 * @throws the signal's reason when it is aborted; it is looked at before each piece and each chunk.
 */
export async function* readRecords(
  source: AsyncIterable<Uint8Array>,
  format: ReadFormat,
  options: ReadOptions,
): AsyncGenerator<Chunk, FileSummary | FileRejection> {
  let file: DecodedFile | null = null;
  try {
    file = openText(source, format, options);
    return yield* readChunks(file, format, options);
  } catch (error) {
    return rejectionOf(error);
  } finally {
    await file?.close();
  }
}

async function* readChunks(
  file: DecodedFile,
  format: ReadFormat,
  options: ReadOptions,
): AsyncGenerator<Chunk, FileSummary | FileRejection> {
  const { limits = recordLimits } = options;
  const head = format.hasHeader ? await takeHeader(file.window, file.dialect, limits) : null;
  try {
    return yield* readBelow(head, file, limits, options);
  } catch (error) {
    return { ...rejectionOf(error), header: head?.names ?? [] };
  }
}

async function* readBelow(
  head: TakenHeader | null,
  file: DecodedFile,
  limits: RecordLimits,
  options: ReadOptions,
): AsyncGenerator<Chunk, FileSummary> {
  const { signal, chunkBytes = usualChunkBytes } = options;
  const { window, dialect } = file;
  const header = head?.names ?? [];
  const fields = head === null ? (options.columns ?? 0) : header.length;
  if (fields < 1)
    throw new RejectedFile('format', 'A file without a header needs columns in the schema: describe them.');
  const rules = { dialect, fields, limits, cutBytes: Math.ceil(chunkBytes.largest / 8) };
  const position: Position = {
    record: 1,
    line: head?.nextLine ?? 1,
    hasMixedLineEnds: false,
  };
  let blankLines = head?.blankLines ?? 0;
  let records = 0;
  let malformed = 0;
  let wanted = chunkBytes.first;
  let needed = 1;
  while (await window.fill(needed, Math.max(needed, wanted))) {
    signal?.throwIfAborted();
    const start = window.start();
    const found = scanChunk(window.view(), start, position, rules);
    if (found.next === start) {
      // What is there is one unfinished record: read at least as much again.
      const pending = window.availableBytes();
      if (pending > limits.bytes + 2) throw tooLong(position.line, limits);
      needed = pending * 2;
      continue;
    }
    window.advance(found.next);
    wanted = Math.min(wanted * 2, chunkBytes.largest);
    needed = Math.ceil(wanted / 2);
    blankLines += found.blankLines;
    records += found.records;
    malformed += found.malformed.length;
    yield {
      header,
      plain: found.plain,
      rewritten: found.rewritten,
      malformed: found.malformed,
      blankLines: found.blankLines,
      records: found.records,
      bytesRead: file.measure.sizeBytes(),
    };
  }
  signal?.throwIfAborted();
  const { measure, count } = file;
  return {
    kind: 'complete',
    header,
    duplicates: duplicateNames(header),
    records,
    malformed,
    blankLines,
    countedRecords: count.end() - (head === null ? 0 : 1),
    sizeBytes: measure.sizeBytes(),
    sha256: measure.sha256(),
  };
}
