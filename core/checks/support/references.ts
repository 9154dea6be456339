import type { Column, Dataset, Reference, Table } from '../../model/project.ts';

export interface WrittenReference {
  /** The dataset whose column refers. */
  readonly owner: string;
  readonly column: Column;
  readonly reference: Reference;
}

/** The columns of tables that refer, by table: few among many. */
export type ReferringColumns = WeakMap<Table, readonly Column[]>;

/** Every reference of some datasets, in the order of the schema. Tables that `known` has are not gone through again. */
export function references(
  datasets: readonly Dataset[],
  known: ReferringColumns = new WeakMap(),
): readonly WrittenReference[] {
  const found: WrittenReference[] = [];
  for (const { name, table } of datasets) {
    if (table === null) continue;
    let columns = known.get(table);
    if (columns === undefined) {
      columns = table.columns.filter((column) => column.references !== null);
      known.set(table, columns);
    }
    for (const column of columns) {
      const { references: reference } = column;
      if (reference !== null) found.push({ owner: name, column, reference });
    }
  }
  return found;
}
