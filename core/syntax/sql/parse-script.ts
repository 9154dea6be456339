import type { Range } from '../../contracts/finding.ts';
import { drain, type Steps } from '../../text/drain.ts';
import type { SqlDialect } from './dialect.ts';
import { scan } from './lexer/scan.ts';
import { sliceTokens } from './lexer/slice-tokens.ts';
import { s } from './lexer/token-codes.ts';
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
  return drain(parseScriptSteps(text, dialect, cache));
}

/** The same with a pause after each statement that had to be read. */
export function* parseScriptSteps(
  text: string,
  dialect: SqlDialect,
  cache: StatementCache,
): Steps<SqlScript> {
  const used: StatementCache = new Map();
  const tokens = scan(text);
  yield;
  const statements: SqlStatement[] = [];
  for (const { from, to } of splitScript(tokens)) {
    const start = tokens.starts[from] ?? 0;
    const end = tokens.ends[to - 1] ?? start;
    const own = text.slice(start, end);
    let parsed = used.get(own) ?? cache.get(own);
    if (parsed === undefined) {
      parsed = parseTokens(sliceTokens(tokens, from, to), dialect);
      yield;
    }
    used.set(own, parsed);
    const isOpen = to === tokens.end && tokens.codes[to - 1] !== s[';'];
    // What is missing at the end of a file is missing at its very end.
    const problems = parsed.problems.map((problem) =>
      isOpen && problem.offset === own.length
        ? { ...shift(problem, start), offset: text.length }
        : shift(problem, start),
    );
    statements.push({ start, end, kind: parsed.tree.kind, parsed, problems });
  }
  cache.clear();
  for (const [own, parsed] of used) cache.set(own, parsed);
  return { statements };
}

function shift(problem: SqlProblem, by: number): SqlProblem {
  const moved = ({ start, end }: Range): Range => ({ start: start + by, end: end + by });
  const { range, offset, fix } = problem;
  if (fix === undefined) return { ...problem, range: moved(range), offset: offset + by };
  const edits = fix.edits.map((edit) => ({ ...edit, range: moved(edit.range) }));
  return { ...problem, range: moved(range), offset: offset + by, fix: { ...fix, edits } };
}
