/** A mistake of the person at the command line, or of a project: told in one sentence, without a stack. */
export class UsageError extends Error {
  /** 2, or the contract's code for what happened. */
  readonly exitCode: number;
  /** The message already stands on stderr; only the exit code is left to set. */
  readonly isTold: boolean;

  constructor(message: string, { exitCode = 2, isTold = false } = {}) {
    super(message);
    this.name = 'UsageError';
    this.exitCode = exitCode;
    this.isTold = isTold;
  }
}
