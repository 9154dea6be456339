import type { Column, Project, Reference, Table } from '../../model/project.ts';

export interface WrittenReference {
  /** The dataset whose column refers. */
  readonly owner: string;
  readonly table: Table;
  readonly column: Column;
  /** The name of that column. */
  readonly child: string;
  readonly reference: Reference;
}

/** Every reference of the project, in the order of the schema. A project has few among many columns. */
export function references(project: Project): readonly WrittenReference[] {
  const found: WrittenReference[] = [];
  for (const { name, table } of project.datasets) {
    if (table === null) continue;
    for (const column of table.columns) {
      const { references: reference } = column;
      if (reference !== null) found.push({ owner: name, table, column, child: column.name, reference });
    }
  }
  return found;
}
