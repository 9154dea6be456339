import type { Parser } from './parser.ts';

/**
 * Where Spark's grammar can read a keyword in two ways and only what follows tells which. The number tells apart the choices that
 * can be met at one token.
 */
export const choice = {
  /** A keyword that could begin the next clause or be an alias. */
  clause: 0,
  /** A word that begins a form of its own, such as `CASE` or `CAST(`, or is a name. */
  form: 1,
  /** A keyword that may stand before something, such as `DISTINCT`, or be that something. */
  modifier: 2,
  /** `(` of a query, or of an expression or relation. */
  parenthesis: 3,
  /** A keyword that could be an operator, such as `IN`, or the name that an alias is. */
  operator: 4,
  other: 5,
} as const;

export type Choice = (typeof choice)[keyof typeof choice];

/**
 * Whether to read on in the usual way here; a reading that fails is tried again with choices decided the other way. So a rule
 * that can also be read in a second way asks here first, once at a token for each kind of choice.
 */
export function isUsual(parser: Parser, kind: Choice): boolean {
  if (parser.at >= parser.namesFrom && (parser.at === parser.namesFrom || kind === choice.clause))
    return false;
  const key = parser.at * 8 + kind;
  // Behind the first mistake nothing can be decided that would mend it.
  if (parser.failure === null) parser.choices.push(key);
  return !parser.flipped.has(key);
}

/** Whether a choice that was asked at this token is decided the other way. */
export function isFlipped(parser: Parser, kind: Choice): boolean {
  return parser.at === parser.namesFrom || parser.flipped.has(parser.at * 8 + kind);
}
