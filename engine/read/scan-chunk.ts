import type { MalformedRecord, PlainPart, RewrittenPart } from './chunk.ts';
import type { Dialect } from './dialect.ts';
import { createPlainRun } from './plain-run.ts';
import { findRecordEnd, type RecordBounds, type RecordLimits, type ScanWindow } from './record-bounds.ts';
import { createRewrittenRun } from './rewritten-run.ts';
import { createScout } from './scout.ts';
import { type RegularLines, skipRegularLines } from './skip-regular-lines.ts';

/** Where the file stands between two chunks. */
export interface Position {
  /** Ordinal of the next record. */
  record: number;
  /** Next physical line, 1-based. */
  line: number;
  /** Both LF and CRLF have been seen: plain parts are then written with LF. */
  hasMixedLineEnds: boolean;
}

export interface ScanRules {
  readonly dialect: Dialect;
  /** Fields of a sound record. */
  readonly fields: number;
  readonly limits: RecordLimits;
  /** A chunk ends where records and lines part, once its plain part is this long. */
  readonly cutBytes: number;
}

export interface Scanned {
  readonly plain: PlainPart | null;
  readonly rewritten: RewrittenPart | null;
  readonly malformed: readonly MalformedRecord[];
  readonly blankLines: number;
  readonly records: number;
  /** Where the next chunk starts in the window's bytes. */
  readonly next: number;
}

/** A chunk ends early at these, so that memory stays bounded whatever the file holds. */
const mostMalformed = 50_000;
const mostRewrittenBytes = 16 * 1024 * 1024;

/**
 * Reads whole records from `start` on, up to the window's end or an early end. Bytes of the window before `next` are
 * overwritten. Advances `position`.
 * @throws RejectedFile for a record over the limits or open at the end of the file.
 */
export function scanChunk(window: ScanWindow, start: number, position: Position, rules: ScanRules): Scanned {
  const { bytes, end } = window;
  const { dialect, fields, limits, cutBytes } = rules;
  const { quote } = dialect;
  // The fast loop knows delimiters of one byte; other files go the long way as a whole.
  const delimiter = dialect.delimiter.length === 1 ? (dialect.delimiter[0] ?? -1) : -1;
  const scout = createScout(window, start, quote);
  const isCrlf = !position.hasMixedLineEnds && hasCrlfFirst(window, start);
  const plain = createPlainRun(bytes, start, position, isCrlf);
  const rewritten = createRewrittenRun(window, start, rules);
  const malformed: MalformedRecord[] = [];
  const firstRecord = position.record;
  const bounds: RecordBounds = { contentEnd: 0, next: 0, lines: 0, quotes: 0, lineEnd: 'lf' };
  const regular: RegularLines = { next: 0, lines: 0 };
  const lineRules = { delimiter, fields, isCrlf, longestBytes: limits.bytes };
  let isPlain = delimiter !== -1;
  let plainEnd = start;
  let blankLines = 0;
  let at = start;

  while (at < end && malformed.length < mostMalformed && rewritten.sizeBytes() < mostRewrittenBytes) {
    if (isPlain) {
      skipRegularLines(bytes, at, scout.nextSpecial(at), lineRules, regular);
      plain.keep(regular.lines);
      position.record += regular.lines;
      position.line += regular.lines;
      at = regular.next;
      plainEnd = at;
      if (at >= end) break;
    }
    if (!findRecordEnd(window, at, bounds, { quote, limits, line: position.line })) break;
    const { contentEnd, next, lines } = bounds;
    const isBlank = contentEnd === at;
    const isOddLineEnd = bounds.lineEnd !== 'none' && (bounds.lineEnd === 'crlf') !== isCrlf;
    if (isOddLineEnd) position.hasMixedLineEnds = true;

    if (isPlain && !isBlank && bounds.quotes === 0 && !(isOddLineEnd && isCrlf) && isSound(at)) {
      plain.keepLine(contentEnd, next);
    } else {
      if (!isBlank) {
        const reason =
          scout.reasonWithin(at, next) ?? rewritten.add({ bytes, start: at, end: contentEnd }, position);
        if (reason !== null) {
          malformed.push({
            record: position.record,
            line: position.line,
            lengthBytes: contentEnd - at,
            reason,
          });
        }
      }
      if (isPlain && !isBlank && lines === 1) plain.leaveEmpty(at, next);
    }
    if (isBlank) blankLines++;
    else position.record++;
    position.line += lines;
    at = next;
    if (!isBlank && lines === 1) {
      if (isPlain) plainEnd = at;
      continue;
    }
    // Records and lines part here: slots no longer tell both, so the plain part ends before this place or starts after it.
    if (!isPlain) continue;
    if (plain.isEmpty()) {
      plain.restart(at, position);
      plainEnd = at;
    } else if (plain.sizeBytes(plainEnd) >= cutBytes) break;
    else isPlain = false;
  }
  const part = plain.finish(plainEnd);
  return {
    plain: part,
    rewritten: rewritten.finish(),
    malformed,
    blankLines,
    records: position.record - firstRecord,
    next: at,
  };

  /** Whether the record just found, without quotes, is readable and has the right number of fields. */
  function isSound(from: number): boolean {
    if (scout.reasonWithin(from, bounds.next) !== null) return false;
    let seen = 1;
    for (let i = from; i < bounds.contentEnd; i++) if (bytes[i] === delimiter) seen++;
    return seen === fields;
  }
}

function hasCrlfFirst(window: ScanWindow, start: number): boolean {
  const at = window.bytes.indexOf(10, start);
  return at > start && at < window.end && window.bytes[at - 1] === 13;
}
