import { configFile, schemaFile } from '../core/model/project.ts';

/**
 * One spelling for a URI that clients and hosts write differently (`%3A`, drive letters, a trailing `/`), for use as a key. What
 * cannot be decoded stays as it is.
 */
export function uriKey(uri: string): string {
  const bare = uri.endsWith('/') ? uri.slice(0, -1) : uri;
  return decode(bare).replace(/^(file:\/\/\/)([A-Z])(?=:)/, (_, start: string, drive: string) => {
    return start + drive.toLowerCase();
  });
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch (error) {
    if (error instanceof URIError) return uri;
    throw error;
  }
}

/** URI of a file of a project, from its path relative to the root. */
export function fileUri(root: string, path: string): string {
  return `${root}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The path relative to a root when the file belongs to a project there, else null. Nothing else is claimed. */
export function projectPath(root: string, uri: string): string | null {
  const start = `${uriKey(root)}/`;
  const key = uriKey(uri);
  if (!key.startsWith(start)) return null;
  const path = key.slice(start.length);
  return isProjectPath(path) ? path : null;
}

/** The root that a project would have to which the file belongs; null for a file of no project. */
export function rootOf(uri: string): string | null {
  const found = /^(.*)\/(?:conf\/config\.yaml|schema\/tables_schema\.yaml|sql_scripts\/[^/]+\.sql)$/.exec(
    uri,
  );
  return found?.[1] ?? null;
}

export function isProjectPath(path: string): boolean {
  return path === configFile || path === schemaFile || /^sql_scripts\/[^/]+\.sql$/.test(path);
}

/** The path from a folder to another one inside of it, with `/`, each name followed by one; '' for the folder itself. */
export function innerPath(folder: string, uri: string): string {
  const inner = uriKey(uri).slice(uriKey(folder).length + 1);
  return inner === '' ? '' : `${inner}/`;
}

/** Whether a folder is another one or lies in it. */
export function isInside(folder: string, uri: string): boolean {
  const key = uriKey(folder);
  const inner = uriKey(uri);
  return inner === key || inner.startsWith(`${key}/`);
}
