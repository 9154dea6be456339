import type { ReadFormat } from '../../core/contracts/plan.ts';
import type { IoFailure } from '../files/io-failure.ts';
import { openFile } from '../files/open-file.ts';
import type { FileRejection } from '../read/chunk.ts';
import { readRecords } from '../read/read-records.ts';
import { recordsOf } from '../read/records-of.ts';
import { addValue, type Candidates, type ColumnStats, createColumnStats } from './column-stats.ts';
import { detectFormat, headBytes } from './detect-format.ts';

/** What one pass over a file tells of its columns. */
export interface Survey {
  readonly kind: 'survey';
  readonly file: string;
  readonly format: ReadFormat;
  /** As delivered; `column_1`, … without a header. */
  readonly headers: readonly string[];
  readonly duplicates: readonly string[];
  readonly stats: readonly ColumnStats[];
  readonly records: number;
  readonly malformed: number;
  readonly isSample: boolean;
}

export interface SurveyOptions {
  readonly candidates: Candidates;
  /** Most records to look at. */
  readonly mostRecords: number;
  readonly format?: ReadFormat;
  readonly signal?: AbortSignal;
}

/** Distinct values remembered (as numbers) for one file, over all its columns. */
const mostDigests = 4_000_000;
const mostDigestsPerColumn = 1_000_000;

/** Reads a file once, in bounded memory, and counts what its columns hold. */
export async function surveyFile(
  path: string,
  options: SurveyOptions,
): Promise<Survey | FileRejection | IoFailure> {
  const { candidates, mostRecords, signal } = options;
  const format = options.format ?? (await formatOf(path));
  if ('kind' in format) return format;
  const file = await openFile(path);
  if (file.kind === 'io-failure') return file;
  let headers: readonly string[] = [];
  let stats: ColumnStats[] = [];
  let records = 0;
  let malformed = 0;
  try {
    const columns = format.hasHeader ? null : await widthOf(path, format);
    const reader = readRecords(file.pieces(), format, {
      fileName: path,
      sizeBytes: file.stamp.sizeBytes,
      ...(columns !== null && { columns }),
      ...(signal && { signal }),
    });
    const start = (names: readonly string[]): void => {
      headers =
        names.length > 0 ? names : Array.from({ length: columns ?? 0 }, (_, index) => `column_${index + 1}`);
      const most = Math.min(mostDigestsPerColumn, Math.floor(mostDigests / Math.max(1, headers.length)));
      stats = headers.map(() => createColumnStats(most));
    };
    while (true) {
      const { value, done } = await reader.next();
      if (done === true) {
        if (value.kind === 'rejected') return value;
        if (stats.length === 0) start(value.header);
        return {
          kind: 'survey',
          file: path,
          format,
          headers,
          duplicates: value.duplicates,
          stats,
          records,
          malformed,
          isSample: false,
        };
      }
      if (stats.length === 0) start(value.header);
      records += value.malformed.length;
      malformed += value.malformed.length;
      for (const { fields } of recordsOf(value, format.delimiter)) {
        if (records >= mostRecords) {
          await reader.return({ kind: 'rejected', rejection: 'unreadable', line: null, message: '' });
          return {
            kind: 'survey',
            file: path,
            format,
            headers,
            duplicates: [],
            stats,
            records,
            malformed,
            isSample: true,
          };
        }
        records++;
        for (let index = 0; index < stats.length; index++) {
          const column = stats[index];
          if (column !== undefined) addValue(column, fields[index] ?? '', candidates);
        }
      }
    }
  } finally {
    await file.close();
  }
}

async function formatOf(path: string): Promise<ReadFormat | IoFailure | FileRejection> {
  const head = await headOf(path);
  if ('kind' in head) return head;
  return detectFormat(head);
}

async function headOf(path: string): Promise<{ name: string; bytes: Buffer; isWhole: boolean } | IoFailure> {
  const file = await openFile(path);
  if (file.kind === 'io-failure') return file;
  try {
    for await (const piece of file.pieces()) {
      const bytes = piece.subarray(0, headBytes);
      return { name: path, bytes, isWhole: bytes.length === file.stamp.sizeBytes };
    }
    return { name: path, bytes: Buffer.alloc(0), isWhole: true };
  } finally {
    await file.close();
  }
}

/** Fields of the first record of a file without a header. */
async function widthOf(path: string, format: ReadFormat): Promise<number> {
  const file = await openFile(path);
  if (file.kind === 'io-failure') return 1;
  try {
    const options = { fileName: path, chunkBytes: { first: 65536, largest: 65536 } };
    const reader = readRecords(file.pieces(), { ...format, hasHeader: true }, options);
    const { value } = await reader.next();
    await reader.return({ kind: 'rejected', rejection: 'unreadable', line: null, message: '' });
    return value !== undefined && 'header' in value ? value.header.length : 1;
  } finally {
    await file.close();
  }
}
