import { isUtf8 } from 'node:buffer';
import { createByteSink } from './byte-sink.ts';
import type { Dialect } from './dialect.ts';
import { RejectedFile } from './rejected-file.ts';
import { badQuotes, type RecordSpan, rewriteRecord } from './rewrite-record.ts';
import { pickSeparators } from './separators.ts';

/** A header of more columns is refused: no table has them, and every record would be split as wide. */
export const mostColumns = 5000;

/**
 * Names in a header record, as delivered.
 * @throws RejectedFile when it is malformed or too wide.
 */
export function parseHeader(span: RecordSpan, dialect: Dialect, line: number): string[] {
  const bytes = span.bytes.subarray(span.start, span.end);
  const reject = (why: string): RejectedFile =>
    new RejectedFile('header-malformed', `The header on line ${line} ${why}.`, line);
  if (bytes.includes(0)) {
    throw reject('holds a NUL byte: the file may be UTF-16; deliver it as text, or set `format.encoding`');
  }
  if (!isUtf8(bytes))
    throw reject('holds bytes that are not valid in the declared encoding: set `format.encoding`');
  const separators = pickSeparators(bytes);
  const sink = createByteSink(0);
  const fields = rewriteRecord(span, dialect, { sink, separator: separators.field, expected: mostColumns });
  if (fields === badQuotes) throw reject('has quotes that do not fit: mend it, or set `format.quote`');
  if (fields > mostColumns) {
    throw new RejectedFile(
      'header-too-wide',
      `The header on line ${line} has ${fields} columns, and ${mostColumns} is the most: check \`format.delimiter\`.`,
      line,
    );
  }
  return sink.bytes.toString('utf8', 0, sink.length).split(separators.field.toString('latin1')).slice(1);
}

/** Names that stand more than once: blanks around them and ASCII case do not count, and empty names are no names. */
export function duplicateNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  for (const name of header) {
    const plain = plainName(name);
    if (plain !== '') seen.set(plain, (seen.get(plain) ?? 0) + 1);
  }
  const isTold = new Set<string>();
  return header.filter((name) => {
    const plain = plainName(name);
    if ((seen.get(plain) ?? 0) < 2 || isTold.has(plain)) return false;
    isTold.add(plain);
    return true;
  });
}

/** A header name as names are compared: without blanks around it, ASCII letters in lower case. */
export function plainName(name: string): string {
  return name.replace(/^[ \t]+|[ \t]+$/g, '').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
