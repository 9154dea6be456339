import type { FileRejection, RejectionKind } from './chunk.ts';

/** Carries a rejection up through the inner generators; `readRecords` and `readHeader` turn it into a value. */
export class RejectedFile extends Error {
  readonly rejection: FileRejection;

  constructor(rejection: RejectionKind, message: string, line: number | null = null) {
    super(message);
    this.rejection = { kind: 'rejected', rejection, line, message };
  }
}
