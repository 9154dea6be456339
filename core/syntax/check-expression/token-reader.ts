import type { Range } from '../../contracts/finding.ts';
import type { SyntaxProblem } from '../problem.ts';
import { scan } from '../sql/lexer/scan.ts';
import { isWordCode, t } from '../sql/lexer/token-codes.ts';

/** A place among the tokens of a check's expression, and the problems found so far. */
export interface TokenReader {
  readonly problems: SyntaxProblem[];
  /** Code of the token here. */
  code(): number;
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
  const { codes, starts, ends, end } = scan(text);
  const problems: SyntaxProblem[] = [];
  let index = 0;
  let lastEnd = 0;
  let lastProblemAt = -1;

  const matches = (at: number, wanted: string) => {
    const code = codes[at] ?? t.end;
    const written = text.slice(starts[at], ends[at]);
    if (isWordCode(code)) return written.toUpperCase() === wanted;
    return code > t.end && written === wanted;
  };
  const range = () => ({ start: starts[index] ?? text.length, end: ends[index] ?? text.length });

  const reader: TokenReader = {
    problems,
    code: () => codes[index] ?? t.end,
    text: () => text.slice(starts[index], ends[index]),
    range,
    lastEnd: () => lastEnd,
    isEnd: () => index >= end,
    isNext: (wanted) => matches(index, wanted),
    isAfterNext: (wanted) => index < end && matches(index + 1, wanted),
    advance() {
      if (reader.isEnd()) return;
      lastEnd = range().end;
      index += 1;
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
