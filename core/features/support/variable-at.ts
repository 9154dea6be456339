import type { Range } from '../../contracts/finding.ts';
import { configFile, type Project } from '../../model/project.ts';
import { writtenAt } from '../../model/written-at.ts';
import { lineEndOf, lineStartOf } from '../../syntax/yaml/cursor/read-line.ts';
import { holds, settingsRoots } from './written.ts';

/** The `${name` that stands at an offset, and its name; null when none does. */
export function variableAt(
  text: string,
  offset: number,
): { readonly name: string; readonly range: Range } | null {
  const start = lineStartOf(text, offset);
  const line = text.slice(start, lineEndOf(text, offset));
  for (const match of line.matchAll(/(?<!\$)\$\{([A-Za-z_]\w*)/g)) {
    const range = { start: start + match.index, end: start + match.index + match[0].length };
    if (holds(range, offset)) return { name: match[1] ?? '', range };
  }
  return null;
}

/** Where a variable is defined, in the configuration itself and in environments. */
export function variableKeys(project: Project, name: string): readonly Range[] {
  const document = project.documents[configFile];
  if (document === undefined) return [];
  return settingsRoots(project)
    .map((root) => [...root, 'variables', name])
    .filter((path) => writtenAt(project, configFile, path) !== undefined)
    .map((path) => document.rangeOf(path, 'key'));
}

/** Where a text puts a variable in: the name in each `${name}`. */
export function variableUses(text: string, name: string): readonly Range[] {
  return [...text.matchAll(/(?<!\$)\$\{([A-Za-z_]\w*)/g)]
    .filter((match) => match[1] === name)
    .map((match) => ({ start: match.index + 2, end: match.index + 2 + name.length }));
}
