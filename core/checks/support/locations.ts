/** A folder that a project names, taken apart so that two of them can be compared. */
export interface Location {
  /** '' for a path relative to the project, '/' for an absolute local one, else `s3://<bucket>`. */
  readonly root: string;
  /** Folder names from the root, `.` and `..` resolved as far as they can be. */
  readonly parts: readonly string[];
  /** `..` leads above the root. */
  readonly climbs: boolean;
}

/** Reads a path as the contract does: relative, `file://`, `s3://` or `s3a://` (the same store), or another scheme. */
export function readLocation(path: string): Location {
  const [, scheme = '', rest = path] = /^([A-Za-z][A-Za-z0-9+.-]+):\/\/(.*)$/s.exec(path) ?? [];
  const kind = scheme.toLowerCase();
  if (kind === '' || kind === 'file') {
    const text = kind === 'file' ? `/${rest.replace(/^(localhost)?\/+/, '')}` : path;
    const isAbsolute = text.startsWith('/') || /^[A-Za-z]:[\\/]/.test(text);
    return { root: isAbsolute ? '/' : '', ...resolveParts(text) };
  }
  const [bucket = '', ...folders] = rest.split('/');
  const store = kind === 's3a' || kind === 's3n' ? 's3' : kind;
  return { root: `${store}://${bucket}`, ...resolveParts(folders.join('/')) };
}

/** How the second folder lies to the first; null when neither holds the other. */
export function compareLocations(first: Location, second: Location): 'same' | 'inside' | 'around' | null {
  if (first.root !== second.root || first.climbs || second.climbs) return null;
  const shared = Math.min(first.parts.length, second.parts.length);
  for (let index = 0; index < shared; index += 1) {
    if (first.parts[index] !== second.parts[index]) return null;
  }
  if (first.parts.length === second.parts.length) return 'same';
  return second.parts.length > first.parts.length ? 'inside' : 'around';
}

function resolveParts(text: string): { readonly parts: readonly string[]; readonly climbs: boolean } {
  const parts: string[] = [];
  let climbs = false;
  for (const part of text.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) climbs = true;
  }
  return { parts, climbs };
}
