import { literals } from './query.ts';

/** Options of every staged file: quick to write; the dictionary limit keeps high-cardinality columns from trying. */
export const partOptions =
  '(FORMAT parquet, COMPRESSION lz4_raw, WRITE_BLOOM_FILTER false, DICTIONARY_SIZE_LIMIT 10000)';

/** SQL of the rows of these staged files, absolute paths; at least one. */
export function readParquet(files: readonly string[], options: { readonly isMixed?: boolean } = {}): string {
  const union = options.isMixed === true ? ', union_by_name = true' : '';
  return `read_parquet(${literals(files)}, hive_partitioning = false${union})`;
}
