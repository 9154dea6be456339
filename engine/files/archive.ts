import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, rm, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type FileStamp, hasChanged, isSameStamp } from './file-stamp.ts';
import { identify } from './identity.ts';
import { type IoFailure, ioCode, ioFailureOf } from './io-failure.ts';
import { openFile } from './open-file.ts';
import { isWithin, realPlace } from './resolve-location.ts';
import { renameToFree, syncFolder } from './write-durably.ts';

/** A file to be moved out of its source, with what it must be. */
export interface ArchiveRequest {
  /** Where the file is. */
  readonly source: string;
  readonly stamp: FileStamp;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** The run's archive folder; made when missing. */
  readonly folder: string;
  /** Relative path in that folder, with `/`. */
  readonly path: string;
}

export type ArchiveOutcome =
  /** The copy is there and verified, and the source is gone. */
  | { readonly kind: 'archived'; readonly location: string }
  /** The source is no longer what was read: it was left alone. `isCopied` tells whether the archive has what was read. */
  | { readonly kind: 'source-changed'; readonly isCopied: boolean; readonly message: string }
  /** The source is gone, and the archive does not have it. */
  | { readonly kind: 'source-missing'; readonly message: string }
  /** Another file has the place in the archive; nothing was done. */
  | { readonly kind: 'occupied'; readonly message: string }
  /** The path leads out of the archive folder; nothing was done. */
  | { readonly kind: 'outside'; readonly message: string }
  | IoFailure;

/**
 * Moves a file into the archive: copy to a temporary name, sync, compare, rename, look at the source again, remove it.
 * May be called again after any interruption, and then finishes. Never replaces a file, never removes a source that
 * changed. (Between that last look and the removal lies one system call.)
 */
export async function archiveFile(request: ArchiveRequest, signal?: AbortSignal): Promise<ArchiveOutcome> {
  const { source, stamp, folder, path } = request;
  const what = `\`${path}\` cannot be archived`;
  const target = join(folder, path);
  if (path === '' || path.includes('\0') || !isWithin(folder, target) || target === join(folder)) {
    return { kind: 'outside', message: `${what}: its path leads out of the archive.` };
  }
  try {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    if (!isWithin(await realPlace(folder), await realPlace(dirname(target)))) {
      return {
        kind: 'outside',
        message: `${what}: a symbolic link leads out of the archive folder; remove it.`,
      };
    }
    const kept = await compareKept(target, request, signal);
    if (kept === 'other')
      return { kind: 'occupied', message: `${what}: another file is in its place; move \`${target}\` away.` };
    if (kept === 'none') {
      const copied = await copyAside(request, target, signal);
      if (copied !== null) return copied;
    }
    if (!(await exists(source))) return { kind: 'archived', location: target };
    if (await hasChanged(source, stamp)) return changed(path, true);
    await unlink(source);
    await syncFolder(dirname(source));
    return { kind: 'archived', location: target };
  } catch (error) {
    return ioFailureOf(error, what);
  }
}

/** What the archive has in the place: nothing, the file itself (from an interrupted run), or something else. */
async function compareKept(
  target: string,
  wanted: { readonly sizeBytes: number; readonly sha256: string },
  signal?: AbortSignal,
): Promise<'none' | 'same' | 'other'> {
  if (!(await exists(target))) return 'none';
  const found = await identify(target, signal);
  if (found.kind !== 'identified') return 'other';
  return found.sizeBytes === wanted.sizeBytes && found.sha256 === wanted.sha256 ? 'same' : 'other';
}

/** Copies the source beside its place and puts it there. Answers null when done, else why not; nothing is left then. */
async function copyAside(
  request: ArchiveRequest,
  target: string,
  signal?: AbortSignal,
): Promise<ArchiveOutcome | null> {
  const { source, stamp, sizeBytes, sha256, path } = request;
  const file = await openFile(source);
  if (file.kind === 'io-failure') {
    if (file.code !== 'ENOENT') return file;
    return {
      kind: 'source-missing',
      message: `\`${path}\` cannot be archived: it is no longer in the source folder.`,
    };
  }
  // One fixed name, so that the next run writes over what an interrupted one left.
  const name = createHash('sha256').update(basename(target)).digest('hex').slice(0, 16);
  const aside = join(dirname(target), `.${name}.part`);
  try {
    if (!isSameStamp(file.stamp, stamp)) return changed(path, false);
    await rm(aside, { force: true });
    const copy = await open(aside, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    const hash = createHash('sha256');
    let copiedBytes = 0;
    try {
      for await (const piece of file.pieces()) {
        signal?.throwIfAborted();
        hash.update(piece);
        copiedBytes += piece.length;
        await copy.writeFile(piece);
      }
      await copy.sync();
    } finally {
      await copy.close();
    }
    if (copiedBytes !== sizeBytes || hash.digest('hex') !== sha256) return changed(path, false);
    if (!(await renameToFree(aside, target))) {
      return {
        kind: 'occupied',
        message: `\`${path}\` cannot be archived: another file is in its place; move \`${target}\` away.`,
      };
    }
    await syncFolder(dirname(target));
    return null;
  } finally {
    await file.close();
    await rm(aside, { force: true });
  }
}

function changed(path: string, isCopied: boolean): ArchiveOutcome {
  const message = `\`${path}\` changed after it was read: it stays in the source folder, and the next run takes it.`;
  return { kind: 'source-changed', isCopied, message };
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (ioCode(error) !== 'ENOENT') throw error;
    return false;
  }
}
