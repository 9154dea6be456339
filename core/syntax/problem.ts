import type { Range } from '../contracts/finding.ts';

/** What is wrong with a small text (an expression, a pattern, a date format), and where in it. */
export interface SyntaxProblem {
  /** One sentence that names the thing and says what to do. */
  readonly message: string;
  /** UTF-16 offsets in that text. */
  readonly range: Range;
}
