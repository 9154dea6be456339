import type { Range } from '../../contracts/finding.ts';
import type { Path, Project, ProjectFile } from '../../model/project.ts';
import { sourceOf } from '../../model/source-of.ts';
import { parsePath } from '../../text/path.ts';

export interface Place {
  readonly file: string;
  readonly range: Range;
}

/**
 * Where an effective value was written (in an environment, if that overrides it). A path that stands nowhere gives its
 * nearest ancestor, a file that is not there its start.
 */
export function placeAt(
  project: Project,
  file: ProjectFile,
  path: Path,
  part: 'key' | 'value' | 'entry' = 'value',
): Place {
  const place = project.placeOf(project.originOf(file, path), part);
  return place ?? { file, range: { start: 0, end: 0 } };
}

/** The text that stands at a place, '' when its file is not there. */
export function textAt(project: Project, place: Place): string {
  return sourceOf(project, place.file)?.slice(place.range.start, place.range.end) ?? '';
}

/** Whether a value was written anywhere, or is a default. */
export function isWritten(project: Project, file: ProjectFile, path: Path): boolean {
  const found = parsePath(project.originOf(file, path).path);
  return found.length >= path.length && found.at(-1) === path.at(-1);
}
