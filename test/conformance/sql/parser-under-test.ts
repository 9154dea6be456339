import { parseScript } from '../../../core/syntax/sql/parse-script.ts';
import type { Dialect } from './label-store.ts';

/** What the score looks at of a text that was parsed. */
export interface Verdict {
  /** Where the first problem is, in UTF-16 code units; null when there is none. */
  readonly offset: number | null;
  readonly code: string | null;
  /** A statement is of a kind that is not written yet. */
  readonly isOpaque: boolean;
}

/** Asks the parser. The only file that knows it. */
export function parseText(text: string, dialect: Dialect): Verdict {
  const { statements } = parseScript(text, dialect);
  const problems = statements.flatMap((statement) => statement.problems);
  const first = problems.toSorted((a, b) => a.offset - b.offset)[0] ?? null;
  return {
    offset: first?.offset ?? null,
    code: first?.code ?? null,
    isOpaque: statements.some(({ kind }) => kind === 'opaque'),
  };
}
