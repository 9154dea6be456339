import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { ioCode } from './io-failure.ts';

export type Location =
  | { readonly kind: 'local'; readonly path: string }
  | { readonly kind: 'remote'; readonly uri: string }
  | { readonly kind: 'outside'; readonly path: string; readonly message: string };

/**
 * Where a path of the configuration leads. Relative ones belong to the project: they may not leave `root`, neither by
 * `..` nor through a symbolic link. `file://` names any folder of this machine; names are literal, nothing is decoded.
 * Every other scheme is remote. The place need not exist.
 */
export async function resolveLocation(root: string, path: string): Promise<Location> {
  const outside = (why: string): Location => ({ kind: 'outside', path, message: `Path \`${path}\` ${why}.` });
  if (path.includes('\0')) return outside('holds a NUL character: write it without');
  if (/^file:/i.test(path)) {
    const literal = path.replace(/^file:(\/\/(?=\/))?/i, '');
    if (!literal.startsWith('/') || literal.startsWith('//')) {
      return outside('is not a local file address: write `file:///folder/`');
    }
    // Windows: `file:///C:/folder/`.
    return {
      kind: 'local',
      path: resolve(/^\/[A-Za-z]:\//.test(literal) && sep === '\\' ? literal.slice(1) : literal),
    };
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return { kind: 'remote', uri: path };
  if (isAbsolute(path) || /^[A-Za-z]:[\\/]/.test(path)) {
    return outside('is absolute: write it relative to the project, or with `file://` before it');
  }
  const target = resolve(root, path);
  if (!isWithin(resolve(root), target))
    return outside('leaves the project: move the folder, or write it with `file://`');
  if (!isWithin(await realPlace(resolve(root)), await realPlace(target))) {
    return outside('leaves the project through a symbolic link: write the real folder with `file://`');
  }
  return { kind: 'local', path: target };
}

/** Whether `path` is `folder` or lies in it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`));
}

/** The path with the symbolic links of its existing part resolved. */
export async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const code = ioCode(error);
    if (code === null) throw error;
    const parent = dirname(path);
    return parent === path ? path : join(await realPlace(parent), basename(path));
  }
}
