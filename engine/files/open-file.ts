import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { type FileStamp, stampOf } from './file-stamp.ts';
import { type IoFailure, ioFailureOf } from './io-failure.ts';

/** A file open for reading. */
export interface OpenFile {
  readonly kind: 'open';
  /** As it was when opened. */
  readonly stamp: FileStamp;
  /** Its bytes from the start, as many as it had when opened, 1 MiB at a time: a file that grows is no endless one. */
  readonly pieces: () => AsyncGenerator<Buffer>;
  /** The stamp now. */
  readonly currentStamp: () => Promise<FileStamp>;
  readonly close: () => Promise<void>;
}

const pieceBytes = 1024 * 1024;

/** Opens a regular file for reading. Never follows a symbolic link, and never waits for a pipe. */
export async function openFile(path: string): Promise<OpenFile | IoFailure> {
  try {
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const handle = await open(path, flags);
    const stats = await handle.stat({ bigint: true });
    if (!stats.isFile()) {
      await handle.close();
      return {
        kind: 'io-failure',
        code: 'ENOTFILE',
        message: `\`${path}\` cannot be read: it is not a regular file.`,
      };
    }
    async function* pieces(): AsyncGenerator<Buffer> {
      const sizeBytes = Number(stats.size);
      for (let at = 0; at < sizeBytes; ) {
        const wanted = Math.min(pieceBytes, sizeBytes - at);
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(wanted), 0, wanted, at);
        if (bytesRead === 0) return;
        at += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    }
    return {
      kind: 'open',
      stamp: stampOf(stats),
      pieces,
      currentStamp: async () => stampOf(await handle.stat({ bigint: true })),
      close: () => handle.close(),
    };
  } catch (error) {
    return ioFailureOf(error, `\`${path}\` cannot be read`);
  }
}
