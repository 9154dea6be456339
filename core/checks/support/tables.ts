import type { Column, Dataset, Project, SourceSettings, Table } from '../../model/project.ts';
import { foldCase } from '../../text/fold-case.ts';

export type TableDataset = Dataset & { readonly table: Table };
export type SourceDataset = Dataset & { readonly source: SourceSettings };

/** The datasets whose table is known. */
export function datasetsWithTable(project: Project): readonly TableDataset[] {
  return project.datasets.filter((dataset): dataset is TableDataset => dataset.table !== null);
}

/** The datasets whose source is known. */
export function datasetsWithSource(project: Project): readonly SourceDataset[] {
  return project.datasets.filter((dataset): dataset is SourceDataset => dataset.source !== null);
}

/** The datasets of which both halves are known. */
export function wholeDatasets(project: Project): readonly (TableDataset & SourceDataset)[] {
  return datasetsWithTable(project).filter(
    (dataset): dataset is TableDataset & SourceDataset => dataset.source !== null,
  );
}

/** A column by its name, as engines find it: the exact spelling first, then any case. */
export function findColumn(table: Table | null | undefined, name: string): Column | undefined {
  const columns = table?.columns ?? [];
  return (
    columns.find((column) => column.name === name) ??
    columns.find((column) => foldCase(column.name) === foldCase(name))
  );
}

/** Whether a name is one of the columns that make up the merge key of a source. */
export function isMergeKey(source: SourceSettings | null, name: string): boolean {
  return source?.mergeKey.some((key) => foldCase(key) === foldCase(name)) ?? false;
}

/** The table of a dataset by its exact name, null when it is not known. */
export function findTable(project: Project, dataset: string): Table | null {
  return project.datasets.find((entry) => entry.name === dataset)?.table ?? null;
}

/** Names as a person lists them: `` `a` and `b` ``. */
export function listNames(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}
