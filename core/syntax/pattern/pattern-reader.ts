import type { SyntaxProblem } from '../problem.ts';

export type PatternEscape =
  | { readonly kind: 'character'; readonly codePoint: number }
  | { readonly kind: 'shorthand'; readonly name: 'd' | 'w' | 's'; readonly isNegated: boolean };

/** A place in a pattern's text, and the problems found so far. */
export interface PatternReader {
  readonly problems: SyntaxProblem[];
  at(): number;
  isDone(): boolean;
  isNext(text: string): boolean;
  /** Moves past `text` when it is next. */
  take(text: string): boolean;
  /** Moves past one code point and answers it; '' at the end. */
  next(): string;
  /** Moves past a match of a sticky expression. */
  match(expression: RegExp): RegExpExecArray | null;
  /** Reads what follows a backslash that stands at `start`; null after a problem. */
  escape(start: number): PatternEscape | null;
  problem(message: string, start: number, end?: number): void;
}

const controlEscapes: Readonly<Record<string, number>> = { t: 9, n: 10, f: 12, r: 13 };

export function createPatternReader(text: string): PatternReader {
  const problems: SyntaxProblem[] = [];
  let position = 0;

  const reader: PatternReader = {
    problems,
    at: () => position,
    isDone: () => position >= text.length,
    isNext: (piece) => text.startsWith(piece, position),
    take(piece) {
      if (!text.startsWith(piece, position)) return false;
      position += piece.length;
      return true;
    },
    next() {
      const codePoint = text.codePointAt(position);
      if (codePoint === undefined) return '';
      const character = String.fromCodePoint(codePoint);
      position += character.length;
      return character;
    },
    match(expression) {
      expression.lastIndex = position;
      const found = expression.exec(text);
      if (found !== null) position += found[0].length;
      return found;
    },
    escape(start) {
      const letter = reader.next();
      if (letter === '') {
        reader.problem('The pattern ends with a backslash; write `\\\\` for the sign itself.', start);
        return null;
      }
      if (/^[dwsDWS]$/.test(letter)) {
        const name = letter.toLowerCase() as 'd' | 'w' | 's';
        return { kind: 'shorthand', name, isNegated: letter !== name };
      }
      const control = controlEscapes[letter];
      if (control !== undefined) return { kind: 'character', codePoint: control };
      if (/^[A-Za-z0-9]$/.test(letter)) {
        reader.problem(
          `\`\\${letter}\` does not mean the same in both engines; write the characters themselves.`,
          start,
          position,
        );
        return null;
      }
      return { kind: 'character', codePoint: letter.codePointAt(0) ?? 0 };
    },
    problem(message, start, end = text.length) {
      problems.push({ message, range: { start, end: Math.min(end, text.length) } });
    },
  };
  return reader;
}
