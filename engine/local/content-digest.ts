import type { DuckDBConnection } from '@duckdb/node-api';
import type { ReadFormat } from '../../core/contracts/plan.ts';
import { openFile } from '../files/open-file.ts';
import type { Chunk } from '../read/chunk.ts';
import { readRecords } from '../read/read-records.ts';
import { literal, query } from './query.ts';

/**
 * A digest of a file's well-formed records in which their order, their quoting and the line ends do not count: the sum
 * of half an MD5 of each. The same on every version of the engine. Null when the file cannot be read (any more).
 *
 * It costs a reading of its own, half as dear as staging; so it is taken only of files that have a twin by header and
 * number of records (`findTwin`), and kept in the ledger then.
 */
export async function contentDigest(
  connection: DuckDBConnection,
  source: { readonly path: string; readonly file: string; readonly columns: number },
  format: ReadFormat,
  signal: AbortSignal,
): Promise<string | null> {
  const opened = await openFile(source.path);
  if (opened.kind === 'io-failure') return null;
  const chunks = readRecords(opened.pieces(), format, {
    fileName: source.file,
    columns: source.columns,
    signal,
  });
  let sum = 0n;
  try {
    for (let next = await chunks.next(); ; next = await chunks.next()) {
      if (next.done === true) return next.value.kind === 'complete' ? `md5:${sum}` : null;
      sum += await sumChunk(connection, next.value, format);
    }
  } finally {
    await opened.close();
  }
}

async function sumChunk(connection: DuckDBConnection, chunk: Chunk, format: ReadFormat): Promise<bigint> {
  let sum = 0n;
  if (chunk.plain !== null) {
    const lineEnd = chunk.plain.lineEnd === '\n' ? 'chr(10)' : 'chr(13) || chr(10)';
    sum += await sumRecords(
      connection,
      `SELECT unnest(string_split($text, ${lineEnd})) AS rec`,
      { text: chunk.plain.text },
      "rec <> ''",
    );
  }
  if (chunk.rewritten !== null) {
    const { text, fieldSeparator, recordSeparator } = chunk.rewritten;
    sum += await sumRecords(
      connection,
      `SELECT array_to_string(list_transform(string_split(r, $fields)[3:], lambda f: ${canonicalField(format)}), ${literal(format.delimiter)}) AS rec
       FROM (SELECT unnest(string_split($text, $records)) AS r)`,
      { text, fields: fieldSeparator, records: recordSeparator },
      'TRUE',
    );
  }
  return sum;
}

/** A field as it would stand in a plain record when it can, quoted when it must: so plain and rewritten records compare. */
function canonicalField({ delimiter, quote }: ReadFormat): string {
  if (quote === '') return 'f';
  const mark = literal(quote);
  return `CASE WHEN contains(f, ${mark}) OR contains(f, ${literal(delimiter)}) OR contains(f, chr(10))
    THEN ${mark} || replace(f, ${mark}, ${mark} || ${mark}) || ${mark} ELSE f END`;
}

async function sumRecords(
  connection: DuckDBConnection,
  records: string,
  values: Readonly<Record<string, string>>,
  condition: string,
): Promise<bigint> {
  const [row] = await query(
    connection,
    `SELECT coalesce(sum(md5_number_lower(rec)), 0)::VARCHAR AS total FROM (${records}) WHERE ${condition}`,
    values,
  );
  return BigInt(String(row?.['total'] ?? '0'));
}
