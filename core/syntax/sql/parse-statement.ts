import type { SqlDialect } from './dialect.ts';
import { parseExpression } from './grammar/expression/boolean.ts';
import { parsePrimary } from './grammar/expression/primary.ts';
import { parseValueExpression } from './grammar/expression/value.ts';
import { parsePipe } from './grammar/query/pipe.ts';
import { parseQuery } from './grammar/query/query.ts';
import { parseStatement as parseOne } from './grammar/statement/statement.ts';
import { parseDataType } from './grammar/type/data-type.ts';
import { type Significant, scan } from './lexer/scan.ts';
import { splitForeignNames } from './lexer/split-foreign-names.ts';
import { s } from './lexer/token-codes.ts';
import { type Brackets, createBrackets } from './parser/brackets.ts';
import { createParser } from './parser/create-parser.ts';
import { theEnd } from './parser/describe-syntax-problem.ts';
import { problemHere } from './parser/expect.ts';
import { type Parser, type Rules, take } from './parser/parser.ts';
import type { SqlProblem } from './parser/problem.ts';
import { moveProblem } from './recovery/move-problem.ts';
import { type Piece, readPieces } from './recovery/read-pieces.ts';
import { type ReadTokens, recover } from './recovery/recover.ts';
import { warnReserved } from './recovery/warn-reserved.ts';
import type { Statement } from './tree/statement.ts';

const rules: Rules = {
  expression: parseExpression,
  valueExpression: parseValueExpression,
  primary: parsePrimary,
  dataType: parseDataType,
  query: parseQuery,
  pipe: parsePipe,
  statement: parseOne,
};

/** A statement's tree and what is wrong with it. Nothing here depends on where in a file the statement stands. */
export interface ParsedStatement {
  /** What the tree's indexes count: without what was skipped, and with empty tokens where something is missing. */
  readonly tokens: Significant;
  readonly tree: Statement;
  /** The first one is where Spark sees it. Of a statement that lacks its `;` Spark may see that in the next one, behind this text. */
  readonly problems: readonly SqlProblem[];
  /** What Spark accepts and hardly was meant: words such as `FROM` as names. Only told where nothing is wrong. */
  readonly warnings: readonly SqlProblem[];
  /** Offset of the next statement, where one begins though no `;` ends this one. */
  readonly cutAt: number | null;
}

/** A statement among those of a text in which a `;` may be missing; `start` and `end` are offsets in that text. */
export type ParsedPiece = Piece<ParsedStatement>;

/**
 * Reads the text of one statement, with or without `;` at its end. Always gives a tree; where something is wrong it holds
 * `missing` nodes and `problems` says what.
 */
export function parseStatement(text: string, dialect: SqlDialect): ParsedStatement {
  return parseTokens(scan(text), dialect);
}

/** Reads the tokens of a text that should be one statement: more than one where another begins on a line of its own and the `;` is missing. */
export function parsePieces(given: Significant, dialect: SqlDialect): readonly ParsedPiece[] {
  const pieces = readPieces(given, (tokens) => parseTokens(tokens, dialect));
  if (pieces.length === 1) return pieces;
  return pieces.map(({ start, end, parsed }) => ({ start, end, parsed: moveStatement(parsed, start, end) }));
}

/** The statement with offsets that count from its own start. */
function moveStatement(parsed: ParsedStatement, start: number, end: number): ParsedStatement {
  const { tokens, problems, warnings, cutAt } = parsed;
  const text = tokens.text.slice(start, end);
  const starts = tokens.starts.map((offset) => Math.max(0, Math.min(offset, end) - start));
  const ends = tokens.ends.map((offset) => Math.max(0, Math.min(offset, end) - start));
  return {
    ...parsed,
    tokens: { ...tokens, text, starts, ends },
    problems: problems.map((problem) => moveProblem(problem, -start)),
    warnings: warnings.map((warning) => moveProblem(warning, -start)),
    cutAt: cutAt === null ? null : cutAt - start,
  };
}

/** Reads a statement from its tokens. */
export function parseTokens(scanned: Significant, dialect: SqlDialect): ParsedStatement {
  const given = dialect.version === '3.5' ? splitForeignNames(scanned) : scanned;
  let last: { readonly tokens: Significant; readonly brackets: Brackets } | null = null;
  const read: ReadTokens<Statement> = (tokens, request) => {
    if (last?.tokens !== tokens) last = { tokens, brackets: createBrackets() };
    const parser = createParser(tokens, dialect, rules, { ...request, brackets: last.brackets });
    return { parser, tree: readWhole(parser) };
  };
  const { reservedNames, tokens, tree, problems, cutAt } = recover(given, read);
  const warnings = problems.length === 0 ? warnReserved(tokens, reservedNames) : [];
  return { tokens, tree, problems, warnings, cutAt };
}

function readWhole(parser: Parser): Statement {
  const tree = parser.rules.statement(parser);
  while (take(parser, s[';']));
  if (parser.at < parser.end) problemHere(parser, theEnd);
  return tree;
}
