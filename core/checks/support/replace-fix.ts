import type { Fix } from '../../contracts/finding.ts';
import type { Project } from '../../model/project.ts';
import { type Place, textAt } from './place.ts';
import { yamlScalar } from './yaml-scalar.ts';

/**
 * A fix that writes another name where `from` stands; none when the place holds anything but that name (a variable, an
 * escape), so that an edit never destroys what it did not understand.
 */
export function replaceFix(project: Project, place: Place, from: string, to: string): readonly Fix[] {
  const raw = textAt(project, place);
  const isPlain = raw === from;
  if (!isPlain && raw !== `'${from}'` && raw !== `"${from}"`) return [];
  const newText = yamlScalar(to);
  return [{ title: `Change to \`${to}\``, edits: [{ file: place.file, range: place.range, newText }] }];
}

/** A fix that takes a whole entry of a mapping away, with the line break and the indentation before it. */
export function removeEntryFix(project: Project, place: Place, title: string): readonly Fix[] {
  const document = Object.values(project.documents).find((entry) => entry?.file === place.file);
  if (document === undefined) return [];
  const before = document.text.slice(0, place.range.start);
  const lineStart = before.lastIndexOf('\n') + 1;
  if (before.slice(lineStart).trim() !== '') return [];
  const lineEnd = document.text.indexOf('\n', place.range.end);
  const end = lineEnd === -1 ? document.text.length : lineEnd + 1;
  if (!/^[ \t\r]*(?:#.*)?\n?$/.test(document.text.slice(place.range.end, end)) && place.range.end < end)
    return [];
  return [{ title, edits: [{ file: place.file, range: { start: lineStart, end }, newText: '' }] }];
}
