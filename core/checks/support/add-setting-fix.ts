import type { Fix } from '../../contracts/finding.ts';
import type { Project } from '../../model/project.ts';
import type { Place } from './place.ts';

/**
 * A fix that adds a setting such as `required: true` to a mapping that stands at `place`: after its first line, or in
 * front where that line goes on below. None for anything but a mapping.
 */
export function addSettingFix(project: Project, place: Place, setting: string): readonly Fix[] {
  const text = Object.values(project.documents).find((entry) => entry?.file === place.file)?.text ?? '';
  const { start } = place.range;
  const title = `Add \`${setting}\``;
  const insert = (at: number, newText: string): readonly Fix[] => [
    { title, edits: [{ file: place.file, range: { start: at, end: at }, newText }] },
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
