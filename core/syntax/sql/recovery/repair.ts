import type { Range } from '../../../contracts/finding.ts';
import type { Significant } from '../lexer/scan.ts';
import type { SqlFix, SqlProblem } from '../parser/problem.ts';
import type { TokenEdit } from './edit-tokens.ts';

/** Where reading came to a stop. */
export interface Failure {
  readonly tokens: Significant;
  /** Index of the token that cannot follow. */
  readonly at: number;
  /** Where it comes to a stop when words that standard SQL reserves are no names: at or before `at`, and often where the mistake is. */
  readonly plainAt: number;
  /** Completes "… expected", for what was expected at `at` and at `plainAt`. */
  readonly expected: string;
  readonly plainExpected: string;
  /** Codes of the tokens that were expected at `at`, when it is known. */
  readonly codes: readonly number[];
  readonly isFour: boolean;
}

/** A way to go on after a failure, and how the mistake is told when it is the one. */
export interface Repair {
  readonly code: string;
  readonly message: string;
  readonly range: Range;
  readonly named?: SqlProblem['named'];
  readonly fix?: SqlFix;
  readonly edit: TokenEdit;
  /** Another edit behind the first one, as in `IN (1, 2)`, where both parentheses are missing. */
  readonly also?: TokenEdit;
  /** How much it takes for granted; of two repairs that come as far the one with less wins. */
  readonly cost: number;
}

/** Repairs that a kind of mistake would ask for, when it looks like that mistake. */
export type Propose = (failure: Failure) => readonly Repair[];

/** A change of one place in the text. */
export function fixOf(title: string, range: Range, newText: string): SqlFix {
  return { title, edits: [{ range, newText }] };
}

export function codeAt({ codes, end }: Significant, index: number): number {
  return index < 0 || index > end ? -1 : (codes[index] ?? -1);
}

/** Text of a token; '' at the end and before the first. */
export function textOf({ text, starts, ends, end }: Significant, index: number): string {
  return index < 0 || index >= end ? '' : text.slice(starts[index], ends[index]);
}

/** Place of the tokens from `first` to `last`; behind the last token for the end. */
export function rangeOf(tokens: Significant, first: number, last = first): Range {
  const { starts, ends, end } = tokens;
  if (first >= end) return behind(tokens, end);
  return { start: starts[first] ?? 0, end: ends[Math.min(last, end - 1)] ?? 0 };
}

/** The last sign before a token: where something is missing there is nothing to underline. */
export function behind({ ends }: Significant, index: number): Range {
  const end = index <= 0 ? 0 : (ends[index - 1] ?? 0);
  return { start: Math.max(0, end - 1), end };
}

/** Whether only blanks, or nothing, stand before a token on its line. */
export function beginsLine({ text, starts, ends }: Significant, index: number): boolean {
  if (index === 0) return true;
  return text.slice(ends[index - 1], starts[index]).includes('\n');
}

/** UTF-16 offset of a token; the end of the text for the end. */
export function offsetOf(tokens: Significant, index: number): number {
  return index >= tokens.end ? tokens.text.length : (tokens.starts[index] ?? 0);
}
