import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Replaces a file so that a reader, or a start after a power cut, sees the old content or the new one, never a part: written
 * aside, flushed, renamed, and the folder flushed. Throws what the file system says, with the aside file removed.
 */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  const aside = `${file}.${process.pid}.tmp`;
  try {
    const handle = openSync(aside, 'w');
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
  flushFolder(dirname(file));
}

/** Windows cannot open a folder, and does not need to: its renames are journalled. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
