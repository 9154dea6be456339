import type { DataType } from '../tree/data-type.ts';
import type { Expression } from '../tree/expression.ts';
import type { PipeOperator } from '../tree/pipe.ts';
import type { Query } from '../tree/query.ts';
import type { Statement } from '../tree/statement.ts';
import type { Brackets } from './brackets.ts';
import type { SqlProblem } from './problem.ts';

/**
 * A place among the tokens of a statement, and what was found out on the way. Rules are functions `parseX(parser)` that leave
 * `at` behind what they read. Trivia are not among these tokens.
 */
export interface Parser {
  readonly text: string;
  /** Codes of the tokens; the last one is `t.end`, and it never is passed. */
  readonly codes: Uint16Array;
  /** UTF-16 offsets in `text`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Index of the end token. */
  readonly end: number;
  readonly brackets: Brackets;
  /** Spark 4.0 rather than 3.5. */
  readonly isFour: boolean;
  readonly isReserving: boolean;
  /** Stops at the first problem: only how far a reading comes is asked. */
  readonly isProbing: boolean;
  /** Keys of choices that are to be decided the other way in this reading. */
  readonly flipped: ReadonlySet<number>;
  /** From this token on words are names wherever they can be, and the word there begins no form; see `find-retreat.ts`. */
  readonly namesFrom: number;
  /** Forms that are being read, outermost first; see `open-forms.ts`. */
  readonly open: number[];
  /** The last `AND` or `OR` that was read as an operator before the first problem. */
  lastLogic: number;
  /** Keys of the choices that were met, in order. */
  readonly choices: number[];
  readonly problems: SqlProblem[];
  readonly rules: Rules;
  at: number;
  /** Levels of recursion, and those of the tree that loops add to them: runs of `(`, signs and `[…]`. */
  depth: number;
  height: number;
  /** An expression that is read already and begins the one that is read next. */
  head: Expression | null;
  /** Where this reading failed first, and how many choices it had met until then. */
  failure: {
    readonly at: number;
    /** Completes "… is expected". */
    readonly expected: string;
    /** Codes of the tokens that were expected, where it is known. */
    readonly codes: readonly number[];
    readonly choices: number;
    /** How many problems were told before. */
    readonly problems: number;
    /** Forms that were open. */
    readonly open: readonly number[];
  } | null;
  /** Tokens that were taken for names although standard SQL reserves these words. */
  readonly reservedNames: number[];
  /** Token at which the last problem was told. */
  lastProblemAt: number;
  /** `>` signs of a `>>` or `>>>` at `at` that types have taken already. */
  taken: number;
}

/** Rules that call one another across files. */
export interface Rules {
  readonly expression: (parser: Parser) => Expression;
  readonly valueExpression: (parser: Parser) => Expression;
  readonly primary: (parser: Parser) => Expression;
  readonly dataType: (parser: Parser) => DataType;
  readonly query: (parser: Parser) => Query;
  readonly pipe: (parser: Parser) => PipeOperator;
  readonly statement: (parser: Parser) => Statement;
}

/** Deeper nesting is a problem of its own; recursion never runs out of stack. Node's default stack lasts for 550 parentheses and more. */
export const mostDepth = 400;
/** How much deeper loops may make a tree, so that who walks it by recursion has stack enough. */
export const mostHeight = 2000;

export function codeAt(parser: Parser, ahead = 0): number {
  const at = parser.at + ahead;
  return parser.codes[at < parser.end ? at : parser.end] ?? 0;
}

export function isEnd(parser: Parser): boolean {
  return parser.at >= parser.end;
}

/** Whether these tokens come next, in this order. */
export function isNext(parser: Parser, first: number, second?: number, third?: number): boolean {
  const { codes, at } = parser;
  if (codes[at] !== first) return false;
  if (second === undefined) return true;
  if (at + 1 > parser.end || codes[at + 1] !== second) return false;
  return third === undefined || (at + 2 <= parser.end && codes[at + 2] === third);
}

export function advance(parser: Parser): void {
  if (parser.at < parser.end) parser.at += 1;
  parser.taken = 0;
}

/** Passes this token when it is next. */
export function take(parser: Parser, code: number): boolean {
  if (parser.codes[parser.at] !== code) return false;
  advance(parser);
  return true;
}

/** Passes these two tokens when they come next. */
export function takeBoth(parser: Parser, first: number, second: number): boolean {
  if (!isNext(parser, first, second)) return false;
  parser.at += 2;
  return true;
}

/** Index of the first token of the expression that is read next. */
export function firstHere(parser: Parser): number {
  return parser.head === null ? parser.at : parser.head.first;
}

/** Index of the last token that was read; a node from `first` on ends with it, and holds nothing when it is before `first`. */
export function lastRead(parser: Parser): number {
  return parser.at - 1;
}
