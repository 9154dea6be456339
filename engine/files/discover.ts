import type { BigIntStats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadOperation } from '../../core/contracts/plan.ts';
import { type FileStamp, stampOf } from './file-stamp.ts';
import { type IoFailure, ioCode, ioFailureOf } from './io-failure.ts';
import { matchesGlob } from './matches-glob.ts';
import { resolveLocation } from './resolve-location.ts';

/** The part of a read operation that says which files belong to a delivery. */
export type SourceListing = Pick<
  ReadOperation,
  'path' | 'glob' | 'isRecursive' | 'settleSeconds' | 'readyMarker' | 'orderBy'
>;

/** A file of a delivery, as it was when the list was frozen. */
export interface FoundFile {
  /** Relative to the source folder, with `/`; as the file system spells it. */
  readonly path: string;
  /** Where it is on this machine. */
  readonly location: string;
  readonly stamp: FileStamp;
}

export type IgnoreReason =
  | 'hidden'
  | 'unfinished'
  | 'glob'
  | 'symlink'
  | 'not-a-file'
  | 'folder'
  | 'unreadable-name'
  | 'marker';

/** The frozen file list of one run. Nothing that lies in the source folder goes unnamed. */
export interface Delivery {
  readonly kind: 'delivery';
  /** The source folder on this machine. */
  readonly folder: string;
  /** To be read, in the order that decides ties. */
  readonly files: readonly FoundFile[];
  /** Of 0 bytes: named and archived, not read. */
  readonly empty: readonly FoundFile[];
  /** Written to less than `settle_seconds` ago: left for a later run. */
  readonly settling: readonly FoundFile[];
  readonly ignored: readonly { readonly path: string; readonly reason: IgnoreReason }[];
  /** The ready marker that was found; null when none is asked for. */
  readonly marker: string | null;
}

export type Discovery =
  | Delivery
  /** The folder does not exist. */
  | { readonly kind: 'no-folder'; readonly folder: string }
  /** The ready marker is not there yet. */
  | { readonly kind: 'not-ready'; readonly folder: string; readonly marker: string }
  | { readonly kind: 'remote'; readonly uri: string }
  | { readonly kind: 'outside'; readonly path: string; readonly message: string }
  | IoFailure;

/**
 * Lists what a source folder delivers, at one moment. `now` is in milliseconds since 1970.
 * Left out and named: hidden files, `_*`, `*.tmp`, `*.part`, `*.filepart`, `*._COPYING_`, what the glob does not cover,
 * symbolic links, anything that is not a file, subfolders unless `read.isRecursive`.
 */
export async function discover(root: string, read: SourceListing, now: number): Promise<Discovery> {
  const location = await resolveLocation(root, read.path);
  if (location.kind !== 'local') return location;
  const folder = location.path;
  const files: FoundFile[] = [];
  const empty: FoundFile[] = [];
  const settling: FoundFile[] = [];
  const ignored: { path: string; reason: IgnoreReason }[] = [];
  const newest = BigInt(Math.trunc((now - read.settleSeconds * 1000) * 1000)) * 1000n;
  let marker: string | null = null;

  async function visit(inside: string): Promise<void> {
    for (const name of await readdir(join(folder, inside))) {
      const path = inside === '' ? name : `${inside}/${name}`;
      const place = join(folder, path);
      const stats = await lookAt(place);
      const reason = stats === null ? 'unreadable-name' : reasonToIgnore(path, name, stats);
      if (stats === null || reason !== null) {
        if (reason !== null && !(reason === 'folder' && read.isRecursive)) ignored.push({ path, reason });
        if (reason === 'folder' && read.isRecursive) await visit(path);
        continue;
      }
      const file = { path, location: place, stamp: stampOf(stats) };
      if (read.settleSeconds > 0 && stats.mtimeNs > newest) settling.push(file);
      else if (stats.size === 0n) empty.push(file);
      else files.push(file);
    }
  }

  function reasonToIgnore(path: string, name: string, stats: BigIntStats): IgnoreReason | null {
    if (path === read.readyMarker && stats.isFile()) {
      marker = path;
      return 'marker';
    }
    if (name.startsWith('.') || name.startsWith('_')) return 'hidden';
    if (/\.(tmp|part|filepart|_COPYING_)$/.test(name)) return 'unfinished';
    if (stats.isSymbolicLink()) return 'symlink';
    if (stats.isDirectory()) return 'folder';
    if (!stats.isFile()) return 'not-a-file';
    return matchesGlob(read.glob, name) ? null : 'glob';
  }

  try {
    await visit('');
  } catch (error) {
    if (ioCode(error) === 'ENOENT') return { kind: 'no-folder', folder };
    return ioFailureOf(error, `Source folder \`${read.path}\` cannot be listed`);
  }
  if (read.readyMarker !== null && marker === null)
    return { kind: 'not-ready', folder, marker: read.readyMarker };
  const order = read.orderBy === 'modified' ? byTimeThenPath : byPath;
  ignored.sort((a, b) => compareBytes(a.path, b.path));
  return {
    kind: 'delivery',
    folder,
    files: files.sort(order),
    empty: empty.sort(order),
    settling: settling.sort(order),
    ignored,
    marker,
  };
}

/** Null when the name cannot be spelled back to the file system, or the file went away meanwhile. */
async function lookAt(place: string): Promise<BigIntStats | null> {
  try {
    return await lstat(place, { bigint: true });
  } catch (error) {
    if (ioCode(error) !== 'ENOENT') throw error;
    return null;
  }
}

function byPath(one: FoundFile, other: FoundFile): number {
  return compareBytes(one.path, other.path);
}

function byTimeThenPath(one: FoundFile, other: FoundFile): number {
  const [a, b] = [BigInt(one.stamp.mtimeNs), BigInt(other.stamp.mtimeNs)];
  return a < b ? -1 : a > b ? 1 : byPath(one, other);
}

function compareBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
