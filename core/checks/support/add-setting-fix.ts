import type { Fix } from '../../contracts/finding.ts';
import { type Path, type Project, schemaFile } from '../../model/project.ts';
import { valueAt } from '../../text/value-at.ts';

/**
 * A fix that adds a setting such as `required: true` to the mapping at a path of the schema file: after its first line,
 * or in front where that line goes on below. None for anything but a mapping.
 */
export function addSettingFix(project: Project, path: Path, setting: string): readonly Fix[] {
  const document = project.documents[schemaFile];
  const value = valueAt(document?.value, path);
  if (document === undefined || value === null || typeof value !== 'object') return [];
  const { text } = document;
  const { start } = document.rangeOf(path);
  const title = `Add \`${setting}\``;
  const insert = (at: number, newText: string): readonly Fix[] => [
    { title, edits: [{ file: schemaFile, range: { start: at, end: at }, newText }] },
  ];
  if (text[start] === '{')
    return insert(start + 1, /^\{\s*\}/.test(text.slice(start)) ? setting : `${setting}, `);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start);
  const lineEnd = endOfLine(text, start);
  const line = text.slice(start, lineEnd);
  if (!/^ *$/.test(indent) || !/^[A-Za-z_][^\s:]*:(\s|$)/.test(line)) return [];
  const next = text.slice(lineEnd + 1, endOfLine(text, lineEnd + 1));
  const goesOn = /^\s*$/.test(next) ? false : (/^ */.exec(next)?.[0].length ?? 0) > indent.length;
  const isOneLine = /^[^\s:]+:[ \t]+[^|>&*{[\s#]/.test(line) && !goesOn;
  const ending = line.endsWith('\r') ? '\r\n' : '\n';
  if (!isOneLine) return insert(start, `${setting}${ending}${indent}`);
  return insert(lineEnd - (ending.length - 1), `${ending}${indent}${setting}`);
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found === -1 ? text.length : found;
}
