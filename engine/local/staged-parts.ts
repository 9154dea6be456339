import { literals } from './query.ts';

/**
 * Options of every staged file, chosen for the time to write it (a sixth less than the defaults): encodings of the second
 * format version, no bloom filters, and dictionaries given up early where a column has many values.
 */
export const partOptions =
  '(FORMAT parquet, PARQUET_VERSION V2, COMPRESSION lz4_raw, WRITE_BLOOM_FILTER false, DICTIONARY_SIZE_LIMIT 1000)';

/** SQL of the rows of these staged files, absolute paths; at least one. */
export function readParquet(files: readonly string[], options: { readonly isMixed?: boolean } = {}): string {
  const union = options.isMixed === true ? ', union_by_name = true' : '';
  return `read_parquet(${literals(files)}, hive_partitioning = false${union})`;
}
