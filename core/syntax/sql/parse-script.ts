import { drain, type Steps } from '../../text/drain.ts';
import { indexLines, type LineIndex } from '../../text/lines.ts';
import type { SqlDialect } from './dialect.ts';
import { scan } from './lexer/scan.ts';
import { sliceTokens } from './lexer/slice-tokens.ts';
import { s } from './lexer/token-codes.ts';
import { type ParsedPiece, type ParsedStatement, parsePieces } from './parse-statement.ts';
import type { SqlProblem } from './parser/problem.ts';
import { moveProblem } from './recovery/move-problem.ts';
import { nameLine } from './recovery/name-line.ts';
import { splitScript } from './split-script.ts';

/** A statement of a file. `start` and `end` are offsets in the file, and so are those of `problems` and `warnings`. */
export interface SqlStatement {
  readonly start: number;
  readonly end: number;
  readonly kind: ParsedStatement['tree']['kind'];
  readonly parsed: ParsedStatement;
  readonly problems: readonly SqlProblem[];
  readonly warnings: readonly SqlProblem[];
}

export interface SqlScript {
  readonly statements: readonly SqlStatement[];
}

/** What stands between semicolons, as one dialect reads it. Give a file's next version the same cache and only what changed is read. */
export type StatementCache = Map<string, readonly ParsedPiece[]>;

/** Reads a file of statements. Never fails. A statement that begins on a new line is one of its own even where a `;` is missing. */
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
  let lines: LineIndex | null = null;
  const place = (problem: SqlProblem, by: number) => {
    const moved = moveProblem(problem, by);
    if (moved.named === undefined) return moved;
    lines ??= indexLines(text);
    return nameLine(moved, text, lines);
  };
  for (const { from, to } of splitScript(tokens)) {
    const start = tokens.starts[from] ?? 0;
    const own = text.slice(start, tokens.ends[to - 1] ?? start);
    let pieces = used.get(own) ?? cache.get(own);
    if (pieces === undefined) {
      pieces = parsePieces(sliceTokens(tokens, from, to), dialect);
      yield;
    }
    used.set(own, pieces);
    const isOpen = to === tokens.end && tokens.codes[to - 1] !== s[';'];
    for (const piece of pieces) {
      const { parsed } = piece;
      const at = start + piece.start;
      // What is missing at the end of a file is missing at its very end.
      const problems = parsed.problems.map((problem) =>
        isOpen && problem.offset + piece.start === own.length
          ? { ...place(problem, at), offset: text.length }
          : place(problem, at),
      );
      const warnings = parsed.warnings.map((warning) => place(warning, at));
      const { kind } = parsed.tree;
      statements.push({ start: at, end: start + piece.end, kind, parsed, problems, warnings });
    }
  }
  cache.clear();
  for (const [own, pieces] of used) cache.set(own, pieces);
  return { statements };
}
