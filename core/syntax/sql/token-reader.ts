import type { Range } from '../../contracts/finding.ts';
import type { SyntaxProblem } from '../problem.ts';
import { type TokenKind, type Tokens, tokenize, tokenKinds } from './lexer.ts';

/** A place among the tokens of a text, trivia passed over, and the problems found so far. */
export interface TokenReader {
  readonly problems: SyntaxProblem[];
  kind(): TokenKind;
  /** Text of the token here; '' at the end. */
  text(): string;
  range(): Range;
  /** End of the last token that was taken; 0 before any. */
  lastEnd(): number;
  isEnd(): boolean;
  /** Whether the token here is this keyword (upper case) or operator. */
  isNext(text: string): boolean;
  /** The same for the token after it. */
  isAfterNext(text: string): boolean;
  advance(): void;
  /** Moves past this keyword or operator when it is here. */
  take(text: string): boolean;
  /** Notes a problem, unless one was noted with no token taken since. */
  problem(message: string, range?: Range): void;
}

export function createTokenReader(text: string): TokenReader {
  const tokens: Tokens = tokenize(text);
  const problems: SyntaxProblem[] = [];
  let index = skipTrivia(tokens, 0);
  let lastEnd = 0;
  let lastProblemAt = -1;

  const textAt = (at: number) => text.slice(tokens.starts[at], tokens.starts[at + 1]);
  const matches = (at: number, wanted: string) => {
    const kind = tokens.kinds[at];
    if (kind === tokenKinds.word) return textAt(at).toUpperCase() === wanted;
    return kind === tokenKinds.operator && textAt(at) === wanted;
  };
  const range = () => ({
    start: tokens.starts[index] ?? text.length,
    end: tokens.starts[index + 1] ?? text.length,
  });

  const reader: TokenReader = {
    problems,
    kind: () => (tokens.kinds[index] ?? tokenKinds.end) as TokenKind,
    text: () => textAt(index),
    range,
    lastEnd: () => lastEnd,
    isEnd: () => index >= tokens.count - 1,
    isNext: (wanted) => matches(index, wanted),
    isAfterNext: (wanted) => matches(skipTrivia(tokens, index + 1), wanted),
    advance() {
      if (reader.isEnd()) return;
      lastEnd = range().end;
      index = skipTrivia(tokens, index + 1);
    },
    take(wanted) {
      if (!matches(index, wanted)) return false;
      reader.advance();
      return true;
    },
    problem(message, at = range()) {
      if (lastProblemAt === index) return;
      lastProblemAt = index;
      problems.push({ message, range: at });
    },
  };
  return reader;
}

/** Index of the first token from `index` on that is no trivia; the end token is none. */
function skipTrivia(tokens: Tokens, index: number): number {
  let at = Math.min(index, tokens.count - 1);
  while ((tokens.kinds[at] ?? tokenKinds.end) <= tokenKinds.blockComment) at += 1;
  return at;
}
