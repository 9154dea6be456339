import { createGunzip } from 'node:zlib';
import { RejectedFile } from './rejected-file.ts';

/** Whatever its size, a gzip may expand to this much. */
const smallestBoundBytes = 1024 * 1024;

/**
 * Text bytes of gzip members one after another. Holds one piece of each side at a time.
 * @throws RejectedFile `expansion` when more than `maxExpansion` times the file comes out (`sizeBytes` null: times what
 *   has been read so far), `damaged-gzip` when it is cut short, broken, or followed by something else.
 */
export async function* gunzip(
  source: AsyncIterable<Buffer>,
  options: { readonly maxExpansion: number; readonly sizeBytes: number | null },
): AsyncGenerator<Buffer> {
  const unzip = createGunzip({ chunkSize: 256 * 1024 });
  let bytesIn = 0;
  let bytesOut = 0;
  let sourceError: unknown = null;
  let trailing = 0;

  async function feed(): Promise<void> {
    try {
      for await (const piece of source) {
        bytesIn += piece.length;
        if (unzip.destroyed) return;
        if (unzip.readableEnded) trailing += piece.length;
        else if (!unzip.write(piece)) await drained(unzip);
      }
      unzip.end();
    } catch (error) {
      sourceError = error;
      unzip.destroy();
    }
  }

  const feeding = feed();
  try {
    for await (const piece of unzip as AsyncIterable<Buffer>) {
      bytesOut += piece.length;
      const bound = Math.max(smallestBoundBytes, options.maxExpansion * (options.sizeBytes ?? bytesIn));
      if (bytesOut > bound) throw expands(options.maxExpansion);
      yield piece;
    }
    await feeding;
    if (sourceError !== null) throw sourceError;
    if (trailing > 0 || unzip.bytesWritten < bytesIn) throw damaged('it is broken');
  } catch (error) {
    if (sourceError !== null) throw sourceError;
    if (isZlibError(error)) throw damaged(error.code === 'Z_BUF_ERROR' ? 'it ends early' : 'it is broken');
    throw error;
  } finally {
    unzip.destroy();
  }
}

function drained(stream: NodeJS.EventEmitter): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done);
      stream.off('close', done);
      stream.off('end', done);
      resolve();
    };
    stream.on('drain', done);
    stream.on('close', done);
    stream.on('end', done);
  });
}

function isZlibError(error: unknown): error is Error & { code: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(Z_|ERR_STREAM)/.test(error.code)
  );
}

/** These two causes alone: every engine can tell them apart. */
function damaged(cause: 'it ends early' | 'it is broken'): RejectedFile {
  return new RejectedFile('damaged-gzip', `The gzip file is damaged (${cause}): deliver it again.`);
}

function expands(maxExpansion: number): RejectedFile {
  return new RejectedFile(
    'expansion',
    `The gzip file expands to more than ${maxExpansion} times its size: check it, or raise \`format.max_expansion\`.`,
  );
}
