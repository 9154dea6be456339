import type { ByteSink } from './byte-sink.ts';
import { reserve } from './byte-sink.ts';
import type { Dialect } from './dialect.ts';

/** What `rewriteRecord` answers for a record whose quotes do not fit. */
export const badQuotes = -1;

/** Where a record stands: `[start, end)` of `bytes`, without its line end, holding an even number of quotes. */
export interface RecordSpan {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/**
 * Takes one record apart and appends its values to `sink`, `separator` before each. Answers the number of fields, or
 * `badQuotes`; when the answer is not `expected`, what was appended is of no use.
 *
 * The rule: a run of quotes of even length is doubled quotes and opens nothing; one of odd length opens or closes. A
 * quoted field opens at its first byte and closes at its last. A field without an opening quote is as delivered, except
 * that a field of nothing but quotes is a quoted one.
 */
export function rewriteRecord(
  span: RecordSpan,
  dialect: Dialect,
  into: { readonly sink: ByteSink; readonly separator: Uint8Array; readonly expected: number },
): number {
  const { bytes, start, end } = span;
  const { delimiter, quote } = dialect;
  const { sink, separator, expected } = into;
  reserve(sink, end - start + (expected + 1) * separator.length);
  const out = sink.bytes;
  const first = delimiter[0];
  const width = delimiter.length;
  let to = sink.length;
  let fields = 0;
  let at = start;
  while (true) {
    fields++;
    if (fields <= expected) for (let i = 0; i < separator.length; i++) out[to++] = separator[i] ?? 0;
    let run = quoteRun(bytes, at, end, quote);
    if (run % 2 === 1) {
      // Quoted: copy, one quote for two, until an odd run closes.
      at += run;
      for (let i = 1; i < run; i += 2) out[to++] = quote;
      let isOpen = true;
      while (isOpen && at < end) {
        const byte = bytes[at] ?? 0;
        if (byte !== quote) {
          out[to++] = byte;
          at++;
          continue;
        }
        run = quoteRun(bytes, at, end, quote);
        at += run;
        for (let i = 1; i < run; i += 2) out[to++] = quote;
        isOpen = run % 2 === 0;
      }
      if (isOpen || (at < end && !isDelimiter(bytes, at, delimiter))) return badQuotes;
    } else if (run > 0 && (at + run === end || isDelimiter(bytes, at + run, delimiter))) {
      for (let i = 2; i < run; i += 2) out[to++] = quote;
      at += run;
    } else {
      while (at < end) {
        const byte = bytes[at] ?? 0;
        if (byte === first && (width === 1 || isDelimiter(bytes, at, delimiter))) break;
        if (byte === quote) {
          run = quoteRun(bytes, at, end, quote);
          if (run % 2 === 1) return badQuotes;
          for (let i = 0; i < run; i++) out[to++] = quote;
          at += run;
        } else {
          out[to++] = byte;
          at++;
        }
      }
    }
    if (at >= end) break;
    at += width;
  }
  sink.length = to;
  return fields;
}

function quoteRun(bytes: Buffer, at: number, end: number, quote: number): number {
  let past = at;
  while (past < end && bytes[past] === quote) past++;
  return past - at;
}

function isDelimiter(bytes: Buffer, at: number, delimiter: Uint8Array): boolean {
  for (let i = 0; i < delimiter.length; i++) if (bytes[at + i] !== delimiter[i]) return false;
  return true;
}
