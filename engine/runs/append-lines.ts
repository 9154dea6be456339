import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** A file that only grows, line by line, each in one write: what was acknowledged survives the end of the process. */
export interface LineFile {
  /** Appends the text and a line end. Never throws: the first failure is kept in `problem`, and later lines are still tried. */
  append(line: string): void;
  /** What the file system said when a line could not be written; null while all is well. */
  problem(): Error | null;
  /** Flushes to the disk and closes. */
  close(): void;
}

/** Opens for appending. Throws when the file cannot be created. */
export function openLineFile(file: string): LineFile {
  const handle = openSync(file, 'a');
  let firstProblem: Error | null = null;
  let isTorn = false;
  const attempt = (action: () => void) => {
    try {
      action();
    } catch (error) {
      firstProblem ??= error as Error;
    }
  };
  return {
    append(line) {
      // After a write that stopped half-way the next line must not continue the torn one.
      const bytes = Buffer.from(`${isTorn ? '\n' : ''}${line}\n`);
      let written = 0;
      attempt(() => {
        while (written < bytes.length) written += writeSync(handle, bytes, written);
      });
      isTorn = written === bytes.length ? false : isTorn || written > 0;
    },
    problem: () => firstProblem,
    close() {
      attempt(() => fsyncSync(handle));
      attempt(() => closeSync(handle));
    },
  };
}
