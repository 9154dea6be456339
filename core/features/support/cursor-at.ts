import { configFile, type Project, schemaFile } from '../../model/project.ts';
import { keysAt } from '../../model/written-at.ts';
import type { Anchor } from '../../syntax/yaml/cursor/climb.ts';
import { type Cursor, readCursor } from '../../syntax/yaml/cursor/read-cursor.ts';
import { lineStartOf, readLine } from '../../syntax/yaml/cursor/read-line.ts';
import type { Place, ProjectView } from '../project-view.ts';

/**
 * What stands at a place of a YAML file of the view; null in comments and other files. The same as `readCursor` gives for its
 * text, and in a long file much sooner: the parsed form tells where the dataset around the place begins.
 */
export function cursorAt(view: ProjectView, { file, offset }: Place): Cursor | null {
  const text = view.documents[file];
  return text === undefined ? null : readCursor(text, offset, anchorAt(view.project, { file, text, offset }));
}

/** The last dataset of a file that begins before an offset, with the section that it stands in. */
function anchorAt(
  project: Project,
  { file, text, offset }: { readonly file: string; readonly text: string; readonly offset: number },
): Anchor | null {
  if (file !== configFile && file !== schemaFile) return null;
  const document = project.documents[file];
  const section = file === configFile ? 'sources' : 'tables';
  if (document === undefined || document.text !== text) return null;
  const names = keysAt(project, file, [section]);
  const startOf = (index: number): number => document.rangeOf([section, names[index] ?? ''], 'key').start;
  let low = 0;
  let high = names.length - 1;
  if (high < 0 || startOf(0) > offset) return null;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  const key = document.rangeOf([section], 'key');
  const line = readLine(text, lineStartOf(text, key.start));
  const lineStart = lineStartOf(text, startOf(low));
  const [level] = line.levels;
  const isBlock = level?.key === section && level.column === 0 && line.rest.start === line.rest.end;
  return isBlock && lineStart > line.start
    ? { lineStart, above: { level, line, index: 0, isLast: true } }
    : null;
}
