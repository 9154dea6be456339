/** A failure of the file system that is to be expected: no space, no permission, gone. */
export interface IoFailure {
  readonly kind: 'io-failure';
  /** `ENOSPC`, `EACCES`, `ENOENT`, … */
  readonly code: string;
  /** One sentence that names the file and says what to do. */
  readonly message: string;
}

const advice: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: make room, and run again',
  EDQUOT: 'the disk quota is used up: make room, and run again',
  EACCES: 'permission is denied: give this user access',
  EPERM: 'the operation is not permitted: give this user access',
  EROFS: 'the file system is read-only: choose another folder',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is a file: choose another folder',
  ELOOP: 'it is a symbolic link: deliver the file itself',
  EMFILE: 'too many files are open: raise the limit of open files',
  ENAMETOOLONG: 'its name is too long: choose a shorter one',
  EIO: 'the device failed: check it',
};

/**
 * The failure that an error of `node:fs` stands for; `what` begins the sentence: "`a.csv` cannot be archived".
 * @throws the error itself when it does not come from the file system.
 */
export function ioFailureOf(error: unknown, what: string): IoFailure {
  if (
    !(error instanceof Error) ||
    !('code' in error) ||
    typeof error.code !== 'string' ||
    !('syscall' in error)
  )
    throw error;
  return {
    kind: 'io-failure',
    code: error.code,
    message: `${what}: ${advice[error.code] ?? `the system says ${error.code}`}.`,
  };
}

/** Code of a file system error, null for any other error. */
export function ioCode(error: unknown): string | null {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}
