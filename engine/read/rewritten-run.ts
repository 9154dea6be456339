import { createByteSink, reserve, writeBytes, writeNumber } from './byte-sink.ts';
import type { MalformedReason, RewrittenPart } from './chunk.ts';
import type { Dialect } from './dialect.ts';
import type { ScanWindow } from './record-bounds.ts';
import { badQuotes, type RecordSpan, rewriteRecord } from './rewrite-record.ts';
import { pickSeparators, type Separators } from './separators.ts';
import { textOf } from './text-of.ts';

/** The rewritten part of a chunk while it grows. */
export interface RewrittenRun {
  /** Takes a record apart and appends it; or appends nothing and answers why not. */
  add(span: RecordSpan, place: { readonly record: number; readonly line: number }): MalformedReason | null;
  sizeBytes(): number;
  /** The part, or null when nothing was appended. */
  finish(): RewrittenPart | null;
}

const firstCapacity = 64 * 1024;
/** Room for a record's number, its line and the separators around them. */
const longestPrefix = 100;

/** Starts a run; its separators occur nowhere in the window from `start` on. */
export function createRewrittenRun(
  window: ScanWindow,
  start: number,
  rules: { readonly dialect: Dialect; readonly fields: number },
): RewrittenRun {
  const { dialect, fields } = rules;
  const sink = createByteSink(0);
  let separators: Separators | null = null;
  let records = 0;

  return {
    add(span, place) {
      if (separators === null) {
        // Bytes before the span may have been moved already, but only to take away from them.
        separators = pickSeparators(window.bytes.subarray(start, window.end));
        reserve(sink, firstCapacity);
      }
      const mark = sink.length;
      reserve(sink, longestPrefix);
      if (records > 0) writeBytes(sink, separators.record);
      writeNumber(sink, place.record);
      writeBytes(sink, separators.field);
      writeNumber(sink, place.line);
      const found = rewriteRecord(span, dialect, { sink, separator: separators.field, expected: fields });
      if (found === fields) {
        records++;
        return null;
      }
      sink.length = mark;
      return found === badQuotes ? 'malformed:quote' : 'malformed:fields';
    },
    sizeBytes: () => sink.length,
    finish() {
      if (separators === null || records === 0) return null;
      return {
        text: textOf(sink.bytes, 0, sink.length),
        fieldSeparator: separators.field.toString('latin1'),
        recordSeparator: separators.record.toString('latin1'),
        records,
      };
    },
  };
}
