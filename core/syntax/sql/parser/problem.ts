import type { Range } from '../../../contracts/finding.ts';

/** A change that mends a statement: replacements in its text. */
export interface SqlFix {
  readonly title: string;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** What is wrong with a statement's text, and where. */
export interface SqlProblem {
  /** Stable kebab-case; the finding's code. */
  readonly code: string;
  /** One sentence that names the thing and says what to do. */
  readonly message: string;
  /** What to underline: UTF-16 offsets in the statement's text. */
  readonly range: Range;
  /** Where Spark sees the mistake: start of the first token that cannot follow, or the end of the text. */
  readonly offset: number;
  /** What was most likely meant. */
  readonly fix?: SqlFix;
}
