import type { BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { ioCode } from './io-failure.ts';

/** What a look at a file's entry tells, to see cheaply whether it is still the same. Survives JSON. */
export interface FileStamp {
  readonly sizeBytes: number;
  /** Nanoseconds since 1970, in decimal. */
  readonly mtimeNs: string;
  readonly ctimeNs: string;
  readonly ino: string;
}

export function stampOf(stats: BigIntStats): FileStamp {
  return {
    sizeBytes: Number(stats.size),
    mtimeNs: String(stats.mtimeNs),
    ctimeNs: String(stats.ctimeNs),
    ino: String(stats.ino),
  };
}

export function isSameStamp(one: FileStamp, other: FileStamp): boolean {
  return (
    one.sizeBytes === other.sizeBytes &&
    one.mtimeNs === other.mtimeNs &&
    one.ctimeNs === other.ctimeNs &&
    one.ino === other.ino
  );
}

/** Whether the file at `path` is no longer what the stamp was taken of; a file that is gone has changed. */
export async function hasChanged(path: string, stamp: FileStamp): Promise<boolean> {
  try {
    return !isSameStamp(stampOf(await lstat(path, { bigint: true })), stamp);
  } catch (error) {
    if (ioCode(error) === null) throw error;
    return true;
  }
}
