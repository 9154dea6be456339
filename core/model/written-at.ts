import { entriesOf, valueAt } from '../text/value-at.ts';
import {
  configFile,
  type Path,
  type Project,
  type ProjectFile,
  type SourceDocument,
  schemaFile,
} from './project.ts';

/** The parsed form of a project file; undefined for other files and those that do not exist. */
export function documentOf(project: Project, file: string): SourceDocument | undefined {
  return file === configFile || file === schemaFile ? project.documents[file] : undefined;
}

/** What a file holds at a path, before environments and variables; undefined when there is nothing. */
export function writtenAt(project: Project, file: ProjectFile, path: Path): unknown {
  return valueAt(project.documents[file]?.value, path);
}

/** The keys of a mapping that is written at a path; none for anything else. */
export function keysAt(project: Project, file: ProjectFile, path: Path): readonly string[] {
  return entriesOf(writtenAt(project, file, path)).map(([key]) => key);
}
