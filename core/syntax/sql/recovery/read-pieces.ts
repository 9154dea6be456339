import type { Significant } from '../lexer/scan.ts';
import { partTokens } from './part-tokens.ts';
import { beginsLine } from './repair.ts';
import { isStatementWord } from './word-classes.ts';

/** A run of the tokens of a text that is one statement. */
export interface Piece<Parsed> {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly parsed: Parsed;
}

/** How many words that may begin a statement are looked at together at first. */
const firstWords = 4;

/**
 * Statements of a text in which `;` are missing. `read` gives what it made of tokens, and where it saw the next statement
 * begin. So that many such statements cost no more than their length, a few are looked at at once, and more only when they are one.
 */
export function readPieces<Parsed extends { readonly cutAt: number | null }>(
  tokens: Significant,
  read: (tokens: Significant) => Parsed,
): readonly Piece<Parsed>[] {
  let parsed = read(tokens);
  if (parsed.cutAt === null) return [{ start: 0, end: tokens.text.length, parsed }];
  const begins: number[] = [];
  for (let index = 0; index < tokens.end; index += 1) {
    if (isStatementWord(tokens.codes[index] ?? 0) && beginsLine(tokens, index)) begins.push(index);
  }
  begins.push(tokens.end);
  const pieces: Piece<Parsed>[] = [];
  let first = 0;
  let at = 0;
  while (parsed.cutAt !== null) {
    const cut = indexAt(begins, tokens, parsed.cutAt, at);
    pieces.push({ start: tokens.starts[first] ?? 0, end: tokens.ends[(begins[cut] ?? 0) - 1] ?? 0, parsed });
    at = cut;
    first = begins[at] ?? tokens.end;
    for (let count = firstWords; ; count *= 2) {
      const last = begins[Math.min(at + count, begins.length - 1)] ?? tokens.end;
      parsed = read(partTokens(tokens, first, last));
      if (parsed.cutAt !== null || last === tokens.end) break;
    }
  }
  pieces.push({ start: tokens.starts[first] ?? 0, end: tokens.text.length, parsed });
  return pieces;
}

/** Index among `begins` of the token at an offset. */
function indexAt(begins: readonly number[], tokens: Significant, offset: number, from: number): number {
  let index = from;
  while (index < begins.length - 1 && (tokens.starts[begins[index] ?? 0] ?? 0) < offset) index += 1;
  return index;
}
