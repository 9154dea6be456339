import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A text larger than this is no hand-written file, and not worth the memory of parsing it. */
const mostBytes = 64 * 1024 * 1024;

/** A file's text, null when there is none, or one sentence on why it cannot be read. */
export type ReadText = { readonly text: string | null } | { readonly message: string };

/** Reads a project file as UTF-8; a mark at its start stays. */
export async function readText(root: string, file: string): Promise<ReadText> {
  try {
    const { size } = await stat(join(root, file));
    if (size > mostBytes) {
      return {
        message: `\`${file}\` is ${Math.round(size / 1024 / 1024)} MiB large, and at most 64 MiB are read; move data out of it.`,
      };
    }
    const bytes = await readFile(join(root, file));
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { text: null };
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return { message: `\`${file}\` is not UTF-8; save it in that encoding.` };
    return { message: unreadable(file, error) };
  }
}

/** Why a file or folder cannot be read, as one sentence. */
export function unreadable(file: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return `\`${file}\` cannot be read (${code ?? message}); check its permissions.`;
}
