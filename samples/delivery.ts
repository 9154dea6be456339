import { gzip } from './gzip.ts';

export type MalformedReason = 'malformed:fields' | 'malformed:quote' | 'malformed:nul' | 'malformed:encoding';

/** What stands in a file after its header. A malformed record is given as its bytes, without the closing line end. */
export type Entry =
  | { readonly kind: 'record'; readonly fields: readonly string[] }
  | { readonly kind: 'malformed'; readonly reason: MalformedReason; readonly bytes: Uint8Array }
  | { readonly kind: 'blank' };

export interface SampleFile {
  /** Name inside the dataset's source folder. */
  readonly name: string;
  /** Column names as spelled in the header; null for a file of zero bytes. */
  readonly header: readonly string[] | null;
  readonly entries: readonly Entry[];
  readonly lineEnd?: '\n' | '\r\n';
  readonly hasByteOrderMark?: boolean;
  readonly isQuotedThroughout?: boolean;
}

export const datasets = ['patients', 'provider', 'claim'] as const;
export type DatasetName = (typeof datasets)[number];

/** What arrives together, ready for one `run --all`. */
export interface Delivery {
  readonly name: string;
  readonly files: Readonly<Record<DatasetName, readonly SampleFile[]>>;
}

export function spellRecord(fields: readonly string[], isQuotedThroughout = false): string {
  return fields
    .map((field) =>
      isQuotedThroughout || /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field,
    )
    .join(',');
}

/** The bytes of a file as a source system would deliver it; gzip when the name ends in `.gz`. */
export function bytesOf(file: SampleFile): Uint8Array {
  if (file.header === null) return new Uint8Array();
  const lineEnd = Buffer.from(file.lineEnd ?? '\n');
  const parts: Uint8Array[] = [];
  if (file.hasByteOrderMark) parts.push(Uint8Array.of(0xef, 0xbb, 0xbf));
  const add = (bytes: Uint8Array) => parts.push(bytes, lineEnd);
  add(Buffer.from(spellRecord(file.header, file.isQuotedThroughout)));
  for (const entry of file.entries) {
    if (entry.kind === 'record') add(Buffer.from(spellRecord(entry.fields, file.isQuotedThroughout)));
    else add(entry.kind === 'malformed' ? entry.bytes : new Uint8Array());
  }
  const bytes = Buffer.concat(parts);
  return file.name.endsWith('.gz') ? gzip(bytes) : bytes;
}
