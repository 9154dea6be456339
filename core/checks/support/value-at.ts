import type { Path } from '../../model/project.ts';

/** The part of a plain value that a path leads to; undefined when there is none. Own keys only. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const key of path) {
    if (current === null || typeof current !== 'object' || !Object.hasOwn(current, key)) return undefined;
    current = (current as Readonly<Record<string | number, unknown>>)[key];
  }
  return current;
}

/** The keys of a mapping, none for anything else. */
export function keysAt(value: unknown, path: Path): readonly string[] {
  const found = valueAt(value, path);
  return found === null || typeof found !== 'object' || Array.isArray(found) ? [] : Object.keys(found);
}

/** The entries of a mapping, none for anything else. */
export function entriesAt(value: unknown, path: Path): readonly (readonly [string, unknown])[] {
  const found = valueAt(value, path);
  if (found === null || typeof found !== 'object' || Array.isArray(found)) return [];
  return Object.entries(found);
}
