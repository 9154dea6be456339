import type { Expression } from './expression.ts';

/**
 * Part of a statement: the tokens from `first` to `last`, both indexes among the tokens that are no trivia. A node that holds no
 * token has `last` before `first`. There are no parents and no offsets, so a tree stays good wherever its statement moves.
 */
export interface Node {
  readonly first: number;
  readonly last: number;
}

/** A name as written. One of several tokens is a name such as `test-table`, which Spark refuses until it is quoted. */
export interface Identifier extends Node {
  readonly kind: 'identifier';
}

/** `a.b.c`. */
export interface QualifiedName extends Node {
  readonly kind: 'qualified-name';
  readonly parts: readonly Identifier[];
}

/** A name, or `IDENTIFIER(expression)` that gives one when the statement runs. */
export interface NameReference extends Node {
  readonly kind: 'name-reference';
  readonly parts: readonly Identifier[];
  readonly expression: Expression | null;
}

/** Something was expected here and is not there. */
export interface Missing extends Node {
  readonly kind: 'missing';
}
