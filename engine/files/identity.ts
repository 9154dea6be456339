import { createHash } from 'node:crypto';
import { type FileStamp, isSameStamp } from './file-stamp.ts';
import { type IoFailure, ioFailureOf } from './io-failure.ts';
import { openFile } from './open-file.ts';

/** What makes a delivery the same delivery: the same name with the same content. */
export interface FileIdentity {
  /** Relative to the source folder, with `/`. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Hex. */
  readonly sha256: string;
}

export interface Identified {
  readonly kind: 'identified';
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly stamp: FileStamp;
}

/** The file changed while it was read. */
export interface ChangedWhileRead {
  readonly kind: 'changed';
}

/** Reads a file once for its size and SHA-256; memory does not grow with the file. */
export async function identify(
  path: string,
  signal?: AbortSignal,
): Promise<Identified | ChangedWhileRead | IoFailure> {
  const file = await openFile(path);
  if (file.kind === 'io-failure') return file;
  try {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    for await (const piece of file.pieces()) {
      signal?.throwIfAborted();
      hash.update(piece);
      sizeBytes += piece.length;
    }
    if (!isSameStamp(file.stamp, await file.currentStamp()) || sizeBytes !== file.stamp.sizeBytes)
      return { kind: 'changed' };
    return { kind: 'identified', sizeBytes, sha256: hash.digest('hex'), stamp: file.stamp };
  } catch (error) {
    return ioFailureOf(error, `\`${path}\` cannot be read`);
  } finally {
    await file.close();
  }
}

/** A text that two identities share exactly when they are equal. */
export function identityKey(identity: FileIdentity): string {
  return JSON.stringify([identity.path, identity.sizeBytes, identity.sha256]);
}
