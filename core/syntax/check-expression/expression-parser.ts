import type { Expression } from './expression.ts';
import type { TokenReader } from './token-reader.ts';

/** How parts of an expression are read, one inside the other. */
export interface ExpressionParser {
  readonly reader: TokenReader;
  /** An expression of any kind; counts the depth. */
  expression(): Expression;
}
