import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces the text of a file of a user, who keeps its permissions and, where it is a link, the link: at any instant the old text or the
 * new one is there.
 * @throws errors of the file system; the file is then what it was.
 */
export async function replaceText(path: string, text: string): Promise<void> {
  const real = await realpath(path);
  const { mode } = await stat(real);
  const aside = join(dirname(real), `.${basename(real)}.${process.pid}.part`);
  try {
    await writeFile(aside, text, { mode, flag: 'wx' });
    await rename(aside, real);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
