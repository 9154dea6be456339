import type { TypedTable } from './typed-rows.ts';

const shown = 3;

/** How two tables differ, in a few lines; empty when they hold the same rows, as often each. */
export function differences(what: string, local: TypedTable, spark: TypedTable): readonly string[] {
  const lines: string[] = [];
  if (local.columns.join() !== spark.columns.join())
    lines.push(`${what}: columns ${local.columns.join()} and ${spark.columns.join()}`);
  const left = counted(local);
  const right = counted(spark);
  const only = (these: ReadonlyMap<string, number>, those: ReadonlyMap<string, number>, engine: string) => {
    const rows = [...these].filter(([row, count]) => count > (those.get(row) ?? 0));
    for (const [row] of rows.slice(0, shown)) lines.push(`${what}: only ${engine}: ${row}`);
    if (rows.length > shown) lines.push(`${what}: only ${engine}: ${rows.length - shown} rows more`);
  };
  only(left, right, 'local');
  only(right, left, 'spark');
  return lines;
}

function counted({ rows }: TypedTable): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = JSON.stringify(row);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}
