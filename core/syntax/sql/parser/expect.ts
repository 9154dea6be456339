import { firstKeywordCode, keywords } from '../lexer/keywords.ts';
import { signText } from '../lexer/token-codes.ts';
import { describeSyntaxProblem } from './describe-syntax-problem.ts';
import { advance, type Parser, take } from './parser.ts';

/** A token as it is written in messages: `` `GROUP` `` or `` `)` ``. */
export function tokenName(code: number): string {
  const text = code >= firstKeywordCode ? keywords[code - firstKeywordCode] : signText(code);
  return `\`${text}\``;
}

interface Expected {
  /** The tokens that were expected, where they are known. */
  readonly codes?: readonly number[];
  /** How far into the token Spark sees the mistake, where its version splits the token in more than one. */
  readonly within?: number;
}

/**
 * Tells that something else was expected here. Said once a token: what follows from the same mistake is not told.
 * `expected` completes "… is expected": `` `BY` ``, `an expression`, `the name of a table`.
 */
export function problemHere(parser: Parser, expected: string, more: Expected = {}): void {
  if (parser.lastProblemAt === parser.at) return;
  parser.lastProblemAt = parser.at;
  parser.failure ??= {
    at: parser.at,
    expected,
    codes: more.codes ?? [],
    choices: parser.choices.length,
    problems: parser.problems.length,
    open: [...parser.open],
  };
  const problem = describeSyntaxProblem(parser, expected);
  parser.problems.push({ ...problem, offset: problem.offset + (more.within ?? 0) });
  // A probing reading ends here: nothing follows the end, so every rule comes home at once.
  if (parser.isProbing) parser.at = parser.end;
}

/**
 * Moves what was told since there were `count` problems to a token before it: Spark gives up there when it could also end what it
 * reads before that token. What is underlined stays.
 */
export function moveProblem(parser: Parser, count: number, at: number): void {
  const problem = parser.problems[count];
  if (problem !== undefined) parser.problems[count] = { ...problem, offset: parser.starts[at] ?? 0 };
}

/** Passes this token, or tells that it is missing. */
export function expect(parser: Parser, code: number): boolean {
  if (take(parser, code)) return true;
  problemHere(parser, tokenName(code), { codes: [code] });
  return false;
}

/** Passes these tokens in order; stops at the first that is missing, which is told. */
export function expectAll(parser: Parser, ...codes: readonly number[]): boolean {
  return codes.every((code) => expect(parser, code));
}

/** Passes one of these tokens and returns its code, or tells that one was expected and returns 0. */
export function expectOneOf(parser: Parser, ...codes: readonly number[]): number {
  const code = parser.codes[parser.at] ?? 0;
  if (codes.includes(code)) {
    advance(parser);
    return code;
  }
  problemHere(parser, listNames(codes), { codes });
  return 0;
}

function listNames(codes: readonly number[]): string {
  const names = codes.map(tokenName);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
