import type { Range } from '../../../contracts/finding.ts';

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
  /** A place that the message names by its line. `template` is the message with `{line}` in its place, for who knows the whole file. */
  readonly named?: { readonly offset: number; readonly template: string };
  /** Given where it is certain what mends the mistake. */
  readonly fix?: SqlFix;
}

/** What mends a mistake; offsets are those of the text that holds the problem. */
export interface SqlFix {
  /** What is done, as a command: ``Write `FROM` ``. */
  readonly title: string;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}
