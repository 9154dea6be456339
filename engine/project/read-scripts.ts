import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readText, unreadable } from './read-text.ts';

const folder = 'sql_scripts';

export type ReadScripts =
  | { readonly texts: Readonly<Record<string, string>> }
  /** One sentence that names the file and says what to do. */
  | { readonly message: string };

/** Texts of the `.sql` files directly in `sql_scripts`, by path; none when there is no such folder. */
export async function readScripts(root: string): Promise<ReadScripts> {
  const listed = await listScripts(root);
  if ('message' in listed) return listed;
  const texts: Record<string, string> = {};
  for (const path of listed.paths) {
    const read = await readText(root, path);
    if ('message' in read) return read;
    if (read.text !== null) texts[path] = read.text;
  }
  return { texts };
}

async function listScripts(root: string): Promise<{ paths: readonly string[] } | { message: string }> {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory() && entry.name.endsWith('.sql'));
    return { paths: files.map(({ name }) => `${folder}/${name}`).sort() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { paths: [] };
    return { message: unreadable(folder, error) };
  }
}
