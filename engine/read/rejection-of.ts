import type { FileRejection } from './chunk.ts';
import { RejectedFile } from './rejected-file.ts';

/**
 * The rejection that an error stands for: one of ours, or one of the file system.
 * @throws the error itself when it is neither (an abort, a bug).
 */
export function rejectionOf(error: unknown): FileRejection {
  if (error instanceof RejectedFile) return error.rejection;
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    const message = `The file cannot be read (${String(error.code)}): make it readable, and run again.`;
    return { kind: 'rejected', rejection: 'unreadable', line: null, message };
  }
  throw error;
}
