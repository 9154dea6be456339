import { k } from '../lexer/keywords.ts';
import type { Significant } from '../lexer/scan.ts';
import type { SqlProblem } from '../parser/problem.ts';
import { partTokens } from './part-tokens.ts';
import { beginsLine, behind, codeAt, type Failure, fixOf, textOf } from './repair.ts';
import { isStatementWord } from './word-classes.ts';

/** How many tokens before the failure another statement may have begun: `SELECT` was read as an alias, or `DROP TABLE` as two. */
const farthest = 3;

/** Where a statement ends for want of a `;`. */
export interface Cut {
  /** Index of the word that begins the next one. */
  readonly at: number;
  /** The tokens before it. */
  readonly tokens: Significant;
  /** As of a repair. */
  readonly score: number;
  readonly problem: Omit<SqlProblem, 'offset'>;
}

/** A word that begins a statement and a line a little before where reading stopped; null when there is none. */
export function findCut(failure: Failure): Cut | null {
  const { tokens, at } = failure;
  // In Spark 4.0 `FROM t` is a statement, and it may go on with `SELECT`.
  if (codeAt(tokens, 0) === k.FROM) return null;
  for (let index = at; index > 0 && index >= at - farthest; index -= 1) {
    if (!isStatementWord(codeAt(tokens, index)) || !beginsLine(tokens, index)) continue;
    return {
      at: index,
      tokens: partTokens(tokens, 0, index),
      score: at - index < 2 ? certain : 9 - (at - index) / 4,
      problem: missingSemicolon(failure, index),
    };
  }
  return null;
}

/** Score of a cut that needs no comparison with repairs. */
export const certain = 20;

function missingSemicolon(failure: Failure, at: number): Cut['problem'] {
  const end = failure.tokens.ends[at - 1] ?? 0;
  return {
    code: 'sql-missing-semicolon',
    message: `A \`;\` is missing before \`${textOf(failure.tokens, at)}\`, which begins another statement.`,
    range: behind(failure.tokens, at),
    fix: fixOf('Add `;`', { start: end, end }, ';'),
  };
}
