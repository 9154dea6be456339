import { constants } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ioCode } from './io-failure.ts';

/** Whatever is written here is for this user alone. */
const privateMode = 0o600;

/**
 * Writes a file so that at any instant either the old content or the new one is there: aside, synced, renamed, folder
 * synced. The folder must exist.
 * @throws errors of the file system; the file is then what it was.
 */
export async function writeDurably(path: string, data: string | Uint8Array): Promise<void> {
  const aside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const handle = await open(aside, 'w', privateMode);
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes renames and removals in a folder last. Folders cannot be synced on every system; where not, nothing is done. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, constants.O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP', 'EACCES'].includes(ioCode(error) ?? '')) throw error;
  }
}

/**
 * Gives `from` the name `to`, never replacing a file. Answers false when `to` is taken; `from` is then still there.
 * @throws other errors of the file system.
 */
export async function renameToFree(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
  } catch (error) {
    if (ioCode(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EXDEV', 'EMLINK'].includes(ioCode(error) ?? '')) throw error;
    // A file system without hard links: hold the name with an empty file, then replace that.
    if (!(await holdName(to))) return false;
    await rename(from, to);
    return true;
  }
  await rm(from);
  return true;
}

async function holdName(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx', privateMode)).close();
    return true;
  } catch (error) {
    if (ioCode(error) !== 'EEXIST') throw error;
    return false;
  }
}
