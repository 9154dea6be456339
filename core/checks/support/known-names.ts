import { type Path, type Project, type ProjectFile, schemaFile } from '../../model/project.ts';
import { keysAt, writtenAt } from '../../model/written-at.ts';

/**
 * Whether what is missing from a part of a file may be missing only because the text is broken there: a finding that
 * rests on absence says nothing then. Without a path the whole file is asked.
 */
export function isDamaged(project: Project, file: ProjectFile, path: Path = []): boolean {
  const document = project.documents[file];
  if (document === undefined) return true;
  const errors = document.findings.filter(({ code }) => code === 'yaml-syntax' || code === 'yaml-limit');
  if (errors.length === 0) return false;
  if (path.length === 0 || document.isDamaged(path)) return true;
  const range = document.rangeOf(path, 'entry');
  return errors.some((finding) => finding.range.start <= range.end && range.start <= finding.range.end);
}

/** Names of the tables that the schema file holds, also of those whose definition is not sound. */
export function tableNames(project: Project): readonly string[] {
  const written = keysAt(project, schemaFile, ['tables']);
  const loaded = project.datasets.filter((dataset) => dataset.table !== null).map((dataset) => dataset.name);
  return [...new Set([...loaded, ...written])];
}

/** Names of a table's columns, also of those whose definition is not sound. */
export function columnNames(project: Project, dataset: string): readonly string[] {
  const written = keysAt(project, schemaFile, ['tables', dataset, 'columns']);
  const table = project.datasets.find((entry) => entry.name === dataset)?.table;
  const loaded = (table?.columns ?? []).map((column) => column.name);
  return [...new Set([...loaded, ...written])];
}

/** Whether the schema file holds a table of that name, sound or not. */
export function hasTable(project: Project, name: string): boolean {
  const written = writtenAt(project, schemaFile, ['tables', name]) !== undefined;
  return written || project.datasets.some((dataset) => dataset.name === name && dataset.table !== null);
}
