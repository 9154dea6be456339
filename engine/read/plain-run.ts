import type { PlainPart } from './chunk.ts';
import { textOf } from './text-of.ts';

const lineFeed = 10;
const carriageReturn = 13;

/** The plain part of a chunk while it grows: lines that stay as they are, with an empty line where one was taken out. */
export interface PlainRun {
  readonly isCrlf: boolean;
  /** The next `lines` lines stay as they are. */
  keep(lines: number): void;
  /** The line with content up to `contentEnd` stays; its line end is made the run's own. */
  keepLine(contentEnd: number, next: number): void;
  /** The line `[at, next)` leaves an empty slot. */
  leaveEmpty(at: number, next: number): void;
  /** Whether no line has been kept. */
  isEmpty(): boolean;
  sizeBytes(at: number): number;
  /** Forgets the empty slots so far: the run starts at `next`. */
  restart(next: number, place: { readonly record: number; readonly line: number }): void;
  /** Ends the run before `at` and gives its part; null when no line was kept. */
  finish(at: number): PlainPart | null;
}

/**
 * Starts a run at `start`. The run moves its lines together inside `bytes`, never past what has been scanned: a line
 * that leaves a slot is at least as long as the slot's line end.
 */
export function createPlainRun(
  bytes: Buffer,
  start: number,
  place: { readonly record: number; readonly line: number },
  isCrlf: boolean,
): PlainRun {
  let firstRecord = place.record;
  let firstLine = place.line;
  let slots = 0;
  let kept = 0;
  let to = start;
  let pending = start;

  function flush(until: number): void {
    if (to !== pending) bytes.copyWithin(to, pending, until);
    to += until - pending;
  }

  function writeLineEnd(): void {
    if (isCrlf) bytes[to++] = carriageReturn;
    bytes[to++] = lineFeed;
  }

  return {
    isCrlf,
    keep(lines) {
      slots += lines;
      kept += lines;
    },
    keepLine(contentEnd, next) {
      slots++;
      kept++;
      if (isCrlf || next - contentEnd < 2) return;
      flush(contentEnd);
      writeLineEnd();
      pending = next;
    },
    leaveEmpty(at, next) {
      slots++;
      flush(at);
      writeLineEnd();
      pending = next;
    },
    isEmpty: () => kept === 0,
    sizeBytes: (at) => to - start + (at - pending),
    restart(next, from) {
      firstRecord = from.record;
      firstLine = from.line;
      slots = 0;
      kept = 0;
      to = start;
      pending = next;
    },
    finish(at) {
      if (kept === 0) return null;
      flush(at);
      let end = to;
      if (bytes[end - 1] === lineFeed) end -= isCrlf ? 2 : 1;
      return {
        text: textOf(bytes, start, end),
        slots,
        firstRecord,
        firstLine,
        lineEnd: isCrlf ? '\r\n' : '\n',
      };
    },
  };
}
