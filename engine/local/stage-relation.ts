import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execute, literal, name, queryNumber } from './query.ts';
import type { ReadDelivery } from './read-delivery.ts';
import type { RunContext } from './run-context.ts';
import type { WrittenPart } from './stage-writer.ts';
import { partOptions, readParquet } from './staged-parts.ts';

export interface StagedRows {
  readonly rows: number;
  /** Names of the staged files, in order. */
  readonly parts: readonly string[];
}

/** Defines `_stage`: the rows staged by this run, with the orphans that come back as `_retry`. */
export async function defineStage(
  context: RunContext,
  parts: readonly WrittenPart[],
  options: { readonly folder: string; readonly hasRetry: boolean },
): Promise<StagedRows> {
  const files = parts.map((part) => join(options.folder, part.part));
  const sources = [
    ...(files.length === 0 ? [] : [`SELECT * FROM ${readParquet(files)}`]),
    ...(options.hasRetry ? ['SELECT * FROM _retry'] : []),
  ];
  await execute(
    context.scratch.main,
    `CREATE OR REPLACE TEMP VIEW _stage AS ${sources.join(' UNION ALL BY NAME ')}`,
  );
  return { rows: parts.reduce((sum, part) => sum + part.rows, 0), parts: parts.map((part) => part.part) };
}

/**
 * Leaves only the records of `selected` (a table of `_file_no` and `record`) in the staged files and among the malformed
 * ones: what was not asked for is not of this run. Answers the parts that are left.
 */
export async function keepSelected(
  { scratch }: RunContext,
  delivery: ReadDelivery,
  options: { readonly folder: string; readonly selected: string },
): Promise<readonly WrittenPart[]> {
  const { main } = scratch;
  const selected = name(options.selected);
  await execute(
    main,
    `DELETE FROM _malformed WHERE (_file_no, record) NOT IN (SELECT (_file_no, record) FROM ${selected})`,
  );
  const [first] = delivery.parts;
  if (first === undefined) return [];
  const files = delivery.parts.map((part) => join(options.folder, part.part));
  const part = { fileNo: first.fileNo, part: 'selected.parquet' };
  const place = join(options.folder, part.part);
  await execute(
    main,
    `COPY (SELECT p.* FROM ${readParquet(files)} AS p SEMI JOIN ${selected} AS o ON o._file_no = p._file_no AND o.record = p._record)
     TO ${literal(place)} ${partOptions}`,
  );
  for (const file of files) await rm(file);
  return [{ ...part, rows: await queryNumber(main, `SELECT count(*) FROM ${readParquet([place])}`) }];
}
