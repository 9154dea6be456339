import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A text larger than this is no hand-written file. */
const mostBytes = 64 * 1024 * 1024;

/** Text and stamp of a file; null for one that is not there, cannot be read or is no UTF-8. Scheme `file:` alone. */
export async function readTextFile(uri: string): Promise<{ text: string; stamp: string } | null> {
  const stamp = await stampOfFile(uri);
  if (stamp === null) return null;
  try {
    const bytes = await readFile(fileURLToPath(uri));
    if (bytes.length > mostBytes) return null;
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), stamp };
  } catch (error) {
    return nothing(error);
  }
}

/** Size, times and inode of a file as text. */
export async function stampOfFile(uri: string): Promise<string | null> {
  if (!uri.startsWith('file:')) return null;
  try {
    const { size, mtimeNs, ctimeNs, ino } = await stat(fileURLToPath(uri), { bigint: true });
    return `${size}:${mtimeNs}:${ctimeNs}:${ino}`;
  } catch (error) {
    return nothing(error);
  }
}

/** Names of the `.sql` files directly in a folder, sorted; none when there is no such folder. */
export async function listScripts(uri: string): Promise<readonly string[]> {
  if (!uri.startsWith('file:')) return [];
  try {
    const names = await readdir(fileURLToPath(uri));
    return names.filter((name) => name.endsWith('.sql')).sort();
  } catch (error) {
    return nothing(error) ?? [];
  }
}

/** A failure of the file system is an answer; anything else is a bug. */
function nothing(error: unknown): null {
  if (typeof (error as NodeJS.ErrnoException).code === 'string') return null;
  throw error;
}
