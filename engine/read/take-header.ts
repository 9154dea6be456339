import type { Dialect } from './dialect.ts';
import { parseHeader } from './parse-header.ts';
import { findRecordEnd, type RecordBounds, type RecordLimits, tooLong } from './record-bounds.ts';
import { RejectedFile } from './rejected-file.ts';
import type { TextWindow } from './text-window.ts';

export interface TakenHeader {
  readonly names: readonly string[];
  /** Empty lines above it. */
  readonly blankLines: number;
  /** First line of it, 1-based. */
  readonly line: number;
  /** The line after it. */
  readonly nextLine: number;
}

/** Enough for nearly every header, and little enough to answer at once. */
const firstBytes = 64 * 1024;

/**
 * Takes the first record off the window as the header.
 * @throws RejectedFile when there is none, or it cannot be read.
 */
export async function takeHeader(
  window: TextWindow,
  dialect: Dialect,
  limits: RecordLimits,
): Promise<TakenHeader> {
  const bounds: RecordBounds = { contentEnd: 0, next: 0, lines: 0, quotes: 0, lineEnd: 'lf' };
  let line = 1;
  let blankLines = 0;
  let needed = 1;
  let wanted = firstBytes;
  while (await window.fill(needed, wanted)) {
    const view = window.view();
    const start = window.start();
    const isWhole =
      start < view.end && findRecordEnd(view, start, bounds, { quote: dialect.quote, limits, line });
    if (!isWhole) {
      if (window.availableBytes() > limits.bytes + 2) throw tooLong(line, limits);
      needed = window.availableBytes() + 1;
      wanted = needed * 2;
      continue;
    }
    window.advance(bounds.next);
    if (bounds.contentEnd > start) {
      const names = parseHeader({ bytes: view.bytes, start, end: bounds.contentEnd }, dialect, line);
      return { names, blankLines, line, nextLine: line + bounds.lines };
    }
    blankLines++;
    line++;
    needed = 1;
    wanted = firstBytes;
  }
  throw new RejectedFile('no-header', 'The file holds no record, not even a header: deliver it again.');
}
