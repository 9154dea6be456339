import { RejectedFile } from './rejected-file.ts';

const lineFeed = 10;
const carriageReturn = 13;

/** How long one record may be before its file is rejected. */
export interface RecordLimits {
  readonly lines: number;
  readonly bytes: number;
}

export const recordLimits: RecordLimits = { lines: 1000, bytes: 16 * 1024 * 1024 };

/** Bytes that hold whole lines: `[start, end)` of `bytes`; `isLast` when the file ends at `end`. */
export interface ScanWindow {
  readonly bytes: Buffer;
  readonly end: number;
  readonly isLast: boolean;
}

/** Where one record stands; the caller keeps one of these and has it filled again and again. */
export interface RecordBounds {
  /** Past the last byte of content. */
  contentEnd: number;
  /** Past the line end. */
  next: number;
  lines: number;
  quotes: number;
  lineEnd: 'lf' | 'crlf' | 'none';
}

/**
 * Finds the end of the record that starts at `start`: the shortest run of whole lines with an even number of quotes.
 * Answers false when the window ends before the record does.
 * @throws RejectedFile when the record is over the limits, or open at the end of the file; `line` is where it starts.
 */
export function findRecordEnd(
  window: ScanWindow,
  start: number,
  found: RecordBounds,
  rules: { readonly quote: number; readonly limits: RecordLimits; readonly line: number },
): boolean {
  const { bytes, end, isLast } = window;
  const { quote, limits, line } = rules;
  let quotes = 0;
  let lines = 0;
  let at = start;
  let isWhole = false;
  for (; at < end; at++) {
    const byte = bytes[at];
    if (byte === quote) quotes++;
    else if (byte === lineFeed) {
      lines++;
      if ((quotes & 1) === 0) {
        isWhole = true;
        break;
      }
      if (lines >= limits.lines) throw tooLong(line, limits);
    }
  }
  if (!isWhole && at - start > limits.bytes + 2) throw tooLong(line, limits);
  if (!isWhole && !isLast) return false;
  if (!isWhole && (quotes & 1) === 1) throw openQuote(line);
  const hasCarriageReturn = isWhole && at > start && bytes[at - 1] === carriageReturn;
  found.contentEnd = hasCarriageReturn ? at - 1 : at;
  found.next = isWhole ? at + 1 : at;
  found.lines = isWhole ? lines : lines + 1;
  found.quotes = quotes;
  found.lineEnd = hasCarriageReturn ? 'crlf' : isWhole ? 'lf' : 'none';
  if (found.contentEnd - start > limits.bytes) throw tooLong(line, limits);
  return true;
}

/** The rejection of a file whose record on `line` is over the limits. */
export function tooLong(line: number, limits: RecordLimits): RejectedFile {
  const most = `${limits.lines} lines or ${limits.bytes} bytes`;
  return new RejectedFile(
    'record-too-long',
    `The record that starts on line ${line} is longer than ${most}: look there for a quote that is never closed.`,
    line,
  );
}

function openQuote(line: number): RejectedFile {
  return new RejectedFile(
    'open-quote',
    `The record that starts on line ${line} opens a quote that is not closed before the end of the file: mend that line, or set \`format.quote\`.`,
    line,
  );
}
