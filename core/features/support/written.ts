import type { Range } from '../../contracts/finding.ts';
import {
  configFile,
  type Path,
  type Project,
  type ProjectFile,
  type SourceDocument,
  schemaFile,
} from '../../model/project.ts';

/** The parsed form of a project file; undefined for other files and those that do not exist. */
export function documentOf(project: Project, file: string): SourceDocument | undefined {
  return file === configFile || file === schemaFile ? project.documents[file] : undefined;
}

/** What a file holds at a path, before environments and variables; undefined when there is nothing. */
export function writtenAt(project: Project, file: ProjectFile, path: Path): unknown {
  let current = project.documents[file]?.value;
  for (const step of path) {
    if (current === null || typeof current !== 'object' || !Object.hasOwn(current, step)) return undefined;
    current = (current as Readonly<Record<string | number, unknown>>)[step];
  }
  return current;
}

/** The entries of a mapping that is written at a path; none for anything else. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
}

/** The keys of a mapping that is written at a path; none for anything else. */
export function keysAt(project: Project, file: ProjectFile, path: Path): readonly string[] {
  const value = writtenAt(project, file, path);
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
}

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

/** A text with ASCII letters in lower case, and nothing else changed: how engines compare names. */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
