import type { SqlDialect } from './dialect.ts';
import { scan } from './lexer/scan.ts';
import { sliceTokens } from './lexer/slice-tokens.ts';
import { type ParsedStatement, parseTokens } from './parse-statement.ts';
import type { SqlProblem } from './parser/problem.ts';
import { splitScript } from './split-script.ts';

/** A statement of a file. `start` and `end` are offsets in the file, and so are those of `problems`. */
export interface SqlStatement {
  readonly start: number;
  readonly end: number;
  readonly kind: ParsedStatement['tree']['kind'];
  readonly parsed: ParsedStatement;
  readonly problems: readonly SqlProblem[];
}

export interface SqlScript {
  readonly statements: readonly SqlStatement[];
}

/** Statements by their text, as one dialect reads them. Give a file's next version the same cache and only what changed is read. */
export type StatementCache = Map<string, ParsedStatement>;

/** Reads a file of statements. Never fails. */
export function parseScript(text: string, dialect: SqlDialect, cache: StatementCache = new Map()): SqlScript {
  const used: StatementCache = new Map();
  const tokens = scan(text);
  const statements = splitScript(tokens).map(({ from, to }): SqlStatement => {
    const start = tokens.starts[from] ?? 0;
    const end = tokens.ends[to - 1] ?? start;
    const own = text.slice(start, end);
    const parsed = used.get(own) ?? cache.get(own) ?? parseTokens(sliceTokens(tokens, from, to), dialect);
    used.set(own, parsed);
    const problems = parsed.problems.map((problem) => shift(problem, start));
    return { start, end, kind: parsed.tree.kind, parsed, problems };
  });
  cache.clear();
  for (const [own, parsed] of used) cache.set(own, parsed);
  return { statements };
}

function shift(problem: SqlProblem, by: number): SqlProblem {
  const { start, end } = problem.range;
  return { ...problem, range: { start: start + by, end: end + by }, offset: problem.offset + by };
}
