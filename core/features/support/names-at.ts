import type { Range } from '../../contracts/finding.ts';
import type { Path, Project, ProjectFile } from '../../model/project.ts';
import { writtenAt } from '../../model/written-at.ts';
import { alignScalar } from '../../syntax/yaml/align-scalar.ts';
import type { NameUse } from './name-use.ts';

/** A value of a project file, and the dataset whose entry it belongs to. */
export interface Spot {
  readonly project: Project;
  readonly file: ProjectFile;
  readonly path: Path;
  readonly owner: string;
}

type Meaning = Pick<NameUse, 'kind' | 'name'> & Partial<NameUse>;

/** The uses that the key of a spot makes, or its value: one name, a list of names, or a mapping by names. */
export function namesAt(spot: Spot, part: 'key' | 'values', meaning: (name: string) => Meaning): NameUse[] {
  const { project, file, path } = spot;
  if (part === 'key') {
    const name = path.at(-1);
    return typeof name === 'string' ? [useOf(spot, keyRange(spot, name), meaning(name))] : [];
  }
  const value = writtenAt(project, file, path);
  if (typeof value === 'string')
    return isName(value) ? [useOf(spot, valueRange(spot, value), meaning(value))] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const isList = Array.isArray(value);
    const inner = { ...spot, path: [...path, isList ? Number(key) : key] };
    if (!isList) return [useOf(inner, keyRange(inner, key), meaning(key))];
    return typeof item === 'string' && isName(item)
      ? [useOf(inner, valueRange(inner, item), meaning(item))]
      : [];
  });
}

/** Spans of parts of a string that is written at a spot; a part that does not line up with the text is left out. */
export function partsAt(
  { project, file, path }: Spot,
  text: string,
  parts: readonly Range[],
): readonly (Range | null)[] {
  const document = project.documents[file];
  if (document === undefined) return parts.map(() => null);
  const { start, end } = document.rangeOf(path);
  const alignment = alignScalar(document.source.slice(start, end), start, text);
  return parts.map((part) => {
    if (alignment === null || part.end <= part.start) return null;
    const first = alignment.toFile(part.start);
    const range = { start: first, end: alignment.toFile(part.end - 1) + 1 };
    return document.source.slice(range.start, range.end) === text.slice(part.start, part.end) ? range : null;
  });
}

/** A use with what most of them have in common. Without a span of its own it stands, hidden, for the whole value. */
export function useOf(spot: Spot, range: Range | null, meaning: Meaning): NameUse {
  const { project, file, path, owner } = spot;
  const whole = range ?? project.documents[file]?.rangeOf(path) ?? { start: 0, end: 0 };
  const usual = { isDeclaration: false, isSql: false, isQuoted: false, isUncertain: false };
  return { ...usual, file, owner, range: whole, isHidden: range === null, ...meaning };
}

function keyRange({ project, file, path }: Spot, name: string): Range | null {
  const document = project.documents[file];
  if (document === undefined) return null;
  const range = withoutQuotes(document.text, document.rangeOf(path, 'key'));
  return document.source.slice(range.start, range.end) === name ? range : null;
}

function valueRange(spot: Spot, value: string): Range | null {
  return partsAt(spot, value, [{ start: 0, end: value.length }])[0] ?? null;
}

function withoutQuotes(text: string, range: Range): Range {
  const first = text[range.start];
  const isQuoted = (first === '"' || first === "'") && range.end - range.start > 1;
  return isQuoted ? { start: range.start + 1, end: range.end - 1 } : range;
}

/** Texts with variables and the like are no names. */
function isName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text);
}
