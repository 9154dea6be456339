import { plainText } from '../../syntax/yaml/cursor/read-line.ts';
import type { Path } from '../../text/path.ts';
import type { Place, ProjectView } from '../project-view.ts';
import { cursorAt } from './cursor-at.ts';

/** The path of the value, or of the entry whose key stands, at a place; null in comments and other files. */
export function pathAt(view: ProjectView, place: Place): Path | null {
  const cursor = cursorAt(view, place);
  if (cursor === null) return null;
  if (cursor.kind === 'value' || !cursor.hasColon) return cursor.path;
  const written = view.documents[place.file]?.slice(cursor.range.start, cursor.range.end) ?? '';
  return [...cursor.path, plainText(written)];
}
