import { s } from '../lexer/token-codes.ts';

/** Which parentheses of a statement belong together; found out once, when it is first asked. */
export interface Brackets {
  closers: Uint32Array | null;
  /** The run of `(` that was looked at last: indexes of its first token and of the one behind it. */
  runStart: number;
  runEnd: number;
}

export function createBrackets(): Brackets {
  return { closers: null, runStart: 0, runEnd: 0 };
}

interface Bracketed {
  readonly codes: Uint16Array;
  readonly end: number;
  readonly brackets: Brackets;
}

/** Index of the `)` that closes the `(` at `at`; the end where none does. */
export function closerOf(parser: Bracketed, at: number): number {
  parser.brackets.closers ??= findClosers(parser);
  return parser.brackets.closers[at] ?? parser.end;
}

function findClosers({ codes, end }: Bracketed): Uint32Array {
  const closers = new Uint32Array(end + 1).fill(end);
  const open: number[] = [];
  for (let at = 0; at < end; at += 1) {
    if (codes[at] === s['(']) open.push(at);
    else if (codes[at] === s[')']) {
      const opener = open.pop();
      if (opener !== undefined) closers[opener] = at;
    }
  }
  return closers;
}

/** Index behind the `(` that follow one another from `at` on. */
export function runEndOf({ codes, brackets }: Bracketed, at: number): number {
  if (at >= brackets.runStart && at < brackets.runEnd) return brackets.runEnd;
  let end = at;
  while (codes[end] === s['(']) end += 1;
  brackets.runStart = at;
  brackets.runEnd = end;
  return end;
}

/** Whether `word` stands in the parentheses that open at `at` before the first comma, itself in no deeper ones. */
export function holdsWord(parser: Bracketed, at: number, word: number): boolean {
  const { codes, end } = parser;
  for (let index = at + 1; index < end; index += 1) {
    const code = codes[index];
    if (code === word) return true;
    if (code === s[','] || code === s[')'] || code === s[';']) return false;
    if (code === s['(']) index = closerOf(parser, index);
  }
  return false;
}
