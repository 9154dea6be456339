import { join } from 'node:path';
import { execute, name, queryNumber } from './query.ts';
import type { ReadDelivery } from './read-delivery.ts';
import type { RunContext } from './run-context.ts';
import { readParquet } from './staged-parts.ts';

/**
 * Defines `_stage`: the rows staged by this run, with the orphans that come back. `selected`, when given, is a table
 * (`_file_no`, `record`) of the only records that are wanted. Answers the number of this run's own rows.
 */
export async function defineStage(
  context: RunContext,
  delivery: Pick<ReadDelivery, 'parts'> | null,
  options: { readonly folder: string; readonly hasRetry: boolean; readonly selected: string | null },
): Promise<number> {
  const { main } = context.scratch;
  const files = (delivery?.parts ?? []).map((part) => join(options.folder, part.part));
  const only =
    options.selected === null
      ? ''
      : ` AS p SEMI JOIN ${name(options.selected)} AS o ON o._file_no = p._file_no AND o.record = p._record`;
  const own = files.length === 0 ? null : `SELECT * FROM ${readParquet(files)}${only}`;
  const sources = [...(own === null ? [] : [own]), ...(options.hasRetry ? ['SELECT * FROM _retry'] : [])];
  await execute(main, `CREATE OR REPLACE TEMP VIEW _stage AS ${sources.join(' UNION ALL BY NAME ')}`);
  if (own === null) return 0;
  if (options.selected !== null) return queryNumber(main, `SELECT count(*) FROM (${own})`);
  return (delivery?.parts ?? []).reduce((sum, part) => sum + part.rows, 0);
}
