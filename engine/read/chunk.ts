/** Why a record cannot be read. When several apply, the first in this order is given. */
export type MalformedReason = 'malformed:nul' | 'malformed:encoding' | 'malformed:quote' | 'malformed:fields';

/** A record that goes to quarantine by place and reason, never by its text. */
export interface MalformedRecord {
  /** Ordinal in the file; the header is 0. */
  readonly record: number;
  /** First physical line, 1-based. */
  readonly line: number;
  /** Without the line end, as UTF-8. */
  readonly lengthBytes: number;
  readonly reason: MalformedReason;
}

/**
 * Regular records as they stand in the file: no quote character, the right number of fields. One slot a physical line,
 * joined by `lineEnd`; slot `i` (from 0) is record `firstRecord + i` on line `firstLine + i`. An empty slot is a line
 * whose record is not regular: it is malformed, or stands in the rewritten part.
 */
export interface PlainPart {
  readonly text: string;
  readonly slots: number;
  readonly firstRecord: number;
  readonly firstLine: number;
  readonly lineEnd: '\n' | '\r\n';
}

/**
 * Well-formed records that the plain part cannot hold, already taken apart: `record, line, field…` joined by
 * `fieldSeparator`, records joined by `recordSeparator`. Neither separator occurs in a value.
 */
export interface RewrittenPart {
  readonly text: string;
  readonly fieldSeparator: string;
  readonly recordSeparator: string;
  readonly records: number;
}

/** A run of whole records of one file, about 8 MiB of text at most. */
export interface Chunk {
  /** Header names as delivered; the same list for every chunk. Empty when the file has no header. */
  readonly header: readonly string[];
  readonly plain: PlainPart | null;
  readonly rewritten: RewrittenPart | null;
  readonly malformed: readonly MalformedRecord[];
  readonly blankLines: number;
  /** Records in this chunk, malformed ones included. */
  readonly records: number;
  /** Bytes of the file taken in so far, before decompression: for progress. */
  readonly bytesRead: number;
}

/** The file was read to its end. */
export interface FileSummary {
  readonly kind: 'complete';
  readonly header: readonly string[];
  /** Names that stand twice in the header (blanks around and ASCII case ignored); the run must stop when there are any. */
  readonly duplicates: readonly string[];
  /** Records without the header, malformed ones included. */
  readonly records: number;
  readonly malformed: number;
  readonly blankLines: number;
  /** Records without the header, counted by a routine that shares no code with the reader. */
  readonly countedRecords: number;
  /** Size of the file itself, compressed when it is. */
  readonly sizeBytes: number;
  /** Of the file itself, hex. */
  readonly sha256: string;
}

export type RejectionKind =
  | 'empty'
  | 'no-header'
  | 'header-malformed'
  | 'header-too-wide'
  | 'record-too-long'
  | 'open-quote'
  | 'not-gzip'
  | 'is-gzip'
  | 'damaged-gzip'
  | 'expansion'
  | 'format'
  | 'unreadable';

/** The file as a whole cannot be read; what was yielded of it before must not be used. */
export interface FileRejection {
  readonly kind: 'rejected';
  readonly rejection: RejectionKind;
  /** Physical line, 1-based, where it went wrong; null when no line is at fault. */
  readonly line: number | null;
  /** Present when the header itself could be read. */
  readonly header?: readonly string[];
  /** One sentence that says what is wrong and what to do, without any text of the file. */
  readonly message: string;
}
