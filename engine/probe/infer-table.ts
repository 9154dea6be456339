import { type InferOptions, inferTables, type NotInferred } from './infer-tables.ts';
import type { InferredTable } from './inferred-table.ts';

/** A table for one file, from its records alone. */
export async function inferTable(
  file: string,
  options: InferOptions = {},
): Promise<InferredTable | NotInferred> {
  const [table] = await inferTables([file], options);
  if (table === undefined) throw new Error('one file gives one answer');
  return table;
}
