import type { Path } from '../../text/path.ts';
import { readCursor } from './read-cursor.ts';
import { plainText } from './read-line.ts';

/** The path of the value, or of the entry whose key stands, at an offset; null in comments. */
export function pathAt(text: string, offset: number): Path | null {
  const cursor = readCursor(text, offset);
  if (cursor === null) return null;
  if (cursor.kind === 'value' || !cursor.hasColon) return cursor.path;
  return [...cursor.path, plainText(text.slice(cursor.range.start, cursor.range.end))];
}
