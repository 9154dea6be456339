import type { Range } from '../../contracts/finding.ts';
import { configFile, type Path, type Project, schemaFile } from '../../model/project.ts';
import { keysAt } from '../../model/written-at.ts';

/** Names of a table's columns, also of those whose definition is not sound. */
export function columnNames(project: Project, dataset: string): readonly string[] {
  return keysAt(project, schemaFile, ['tables', dataset, 'columns']);
}

/** Names of all datasets: those of tables first, then those that only sources have. */
export function datasetNames(project: Project): readonly string[] {
  const loaded = project.datasets.map((dataset) => dataset.name);
  const tables = keysAt(project, schemaFile, ['tables']);
  const sources = keysAt(project, configFile, ['sources']);
  return [...new Set([...tables, ...sources, ...loaded])];
}

/** Where every environment writes its settings: the file's root first, then each environment. */
export function settingsRoots(project: Project): readonly Path[] {
  const environments = keysAt(project, configFile, ['environments']);
  return [[], ...environments.map((name) => ['environments', name])];
}

/** Whether a range holds an offset, its end included. */
export function holds(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
