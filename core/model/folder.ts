/** A folder as it is written, ending with `/`. */
export function asFolder(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** The folder of that name beside another: `archive/` beside `s3a://bucket/target/` is `s3a://bucket/archive/`. */
export function besideFolder(folder: string, name: string): string {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/[^/]*\/|^\//i.exec(folder)?.[0] ?? '';
  const steps = folder
    .slice(authority.length)
    .split('/')
    .filter((step) => step !== '');
  const last = steps.at(-1);
  if (last === '.' || last === '..') return `${asFolder(folder)}../${name}/`;
  return `${authority}${[...steps.slice(0, -1), name].join('/')}/`;
}
