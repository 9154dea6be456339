import type { DuckDBConnection } from '@duckdb/node-api';
import type { ReadFormat } from '../../core/contracts/plan.ts';
import { contentDigest } from './content-digest.ts';
import type { LedgerFile } from './read-ledger.ts';
import type { SourceFile } from './source-file.ts';

/** What was learned of a file while it was read. */
export interface ReadFile {
  readonly source: SourceFile;
  readonly sha256: string;
  readonly header: string;
  readonly records: number;
  readonly malformed: number;
}

export interface TwinSearch {
  readonly connection: DuckDBConnection;
  readonly format: ReadFormat;
  readonly columns: number;
  readonly signal: AbortSignal;
  /** Committed files of the dataset; for `replace` those of the latest commit. */
  readonly committed: readonly LedgerFile[];
  /** Where a committed file's original is now; null when it is not known. */
  readonly locate: (file: LedgerFile) => string | null;
}

export interface TwinAnswer {
  /** The committed file that holds the same records; null when there is none. */
  readonly twin: LedgerFile | null;
  /** The file's own digest, when it had to be taken. */
  readonly digest: string | null;
}

/**
 * Finds a committed file with the same records: the same bytes under any name, or the same records in any order. Only files
 * with as many records, as many malformed ones and the same header are compared by content, which hardly ever happens
 * otherwise; so usually nothing is computed at all.
 */
export async function findTwin(file: ReadFile, search: TwinSearch): Promise<TwinAnswer> {
  const same = search.committed.find((other) => other.sha256 === file.sha256 && other.records > 0);
  if (same !== undefined) return { twin: same, digest: same.digest };
  const alike = search.committed.filter(
    (other) =>
      other.records > 0 &&
      other.records === file.records &&
      other.malformed === file.malformed &&
      other.header === file.header,
  );
  if (alike.length === 0) return { twin: null, digest: null };
  const { connection, format, columns, signal } = search;
  const digestOf = (path: string, name: string) =>
    contentDigest(connection, { path, file: name, columns }, format, signal);
  const digest = await digestOf(file.source.path, file.source.file);
  if (digest === null) return { twin: null, digest: null };
  for (const other of alike) {
    const path = search.locate(other);
    const theirs = other.digest ?? (path === null ? null : await digestOf(path, other.file));
    if (theirs === digest) return { twin: other, digest };
  }
  return { twin: null, digest };
}
