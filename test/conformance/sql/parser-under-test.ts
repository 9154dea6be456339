import type { Dialect } from './label-store.ts';

/** What the score looks at of a statement that was parsed. */
export interface Verdict {
  /** Where the first problem is, in UTF-16 code units; null when there is none. */
  readonly offset: number | null;
  readonly code: string | null;
  /** A statement's kind is not written yet. */
  readonly isOpaque: boolean;
}

/** Asks the parser. The only file that knows it. */
export function parseText(_text: string, _dialect: Dialect): Verdict {
  return { offset: null, code: null, isOpaque: true };
}
