import type { Path } from './path.ts';

/** The part of a plain value that a path leads to; undefined when there is none. Own keys only. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const key of path) {
    if (current === null || typeof current !== 'object' || !Object.hasOwn(current, key)) return undefined;
    current = (current as Readonly<Record<string | number, unknown>>)[key];
  }
  return current;
}

/** The entries of a mapping, none for anything else. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
}

/** The keys of a mapping, none for anything else. */
export function keysOf(value: unknown): readonly string[] {
  return entriesOf(value).map(([key]) => key);
}
