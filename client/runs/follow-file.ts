import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import { splitLines } from '../child/split-lines.ts';

/** Reads a file that grows, each time from where it stopped. */
export interface FileFollower {
  /** Lines that were completed since the last call; none while the file is not there. Rejects on other failures. */
  more(): Promise<readonly string[]>;
}

const chunkBytes = 256 * 1024;

/** `from`: bytes at the start to pass over, up to and including a line end. */
export function followFile(file: string, from = 0): FileFollower {
  const lines: string[] = [];
  const splitter = splitLines((line) => lines.push(line));
  const decoder = new StringDecoder('utf8');
  let offset = from;
  let last: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<readonly string[]> => {
    const handle = await openIfThere(file);
    if (handle === null) return [];
    try {
      const buffer = Buffer.alloc(chunkBytes);
      for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, chunkBytes, offset);
        if (bytesRead === 0) break;
        offset += bytesRead;
        splitter.push(decoder.write(buffer.subarray(0, bytesRead)));
      }
    } finally {
      await handle.close();
    }
    return lines.splice(0);
  };
  return {
    more() {
      // Two readers at once would take the same bytes twice.
      const next = last.then(read, read);
      last = next;
      return next;
    },
  };
}

async function openIfThere(file: string) {
  try {
    return await open(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
