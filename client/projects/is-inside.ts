import { isAbsolute, relative } from 'node:path';

/** Whether a path is a folder's own or below it. */
export function isInside(folder: string, path: string): boolean {
  const inner = relative(folder, path);
  return inner === '' || (!inner.startsWith('..') && !isAbsolute(inner));
}
