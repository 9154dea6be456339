import { checkStatement } from '../../../core/checks/sql/check-scripts.ts';
import { parseScript, type SqlStatement } from '../../../core/syntax/sql/parse-script.ts';
import type { Dialect } from './label-store.ts';

/** What the score looks at of a text that was parsed and checked. */
export interface Verdict {
  /** Where the first mistake is, in UTF-16 code units; null when there is none. */
  readonly offset: number | null;
  readonly code: string | null;
}

type Mistake = { readonly offset: number; readonly code: string };

/** Asks the parser and, of what it accepts, the checks beyond grammar. The only file that knows them. */
export function parseText(text: string, dialect: Dialect): Verdict {
  const { statements } = parseScript(text, dialect);
  const mistakes = statements.flatMap((statement) => mistakesOf(statement, dialect));
  const first = mistakes.toSorted((a, b) => a.offset - b.offset)[0] ?? null;
  return {
    offset: first?.offset ?? null,
    code: first?.code ?? null,
  };
}

function mistakesOf({ start, parsed, problems }: SqlStatement, dialect: Dialect): readonly Mistake[] {
  if (problems.length > 0) return problems;
  return checkStatement(parsed, dialect)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, range }) => ({ code, offset: start + range.start }));
}
