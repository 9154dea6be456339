import type { Expression } from '../syntax/check-expression/expression.ts';
import { childrenOf } from './children-of.ts';

/**
 * How deep an expression is once it is printed: `a + b + c` prints one operation inside the other. A `BETWEEN` inside
 * another counts for many: ten of them keep DuckDB busy for seconds.
 */
export function heightOf(tree: Expression): number {
  const below = childrenOf(tree).reduce((most, child) => Math.max(most, heightOf(child)), 0);
  if (tree.kind === 'arithmetic') return below + tree.rest.length;
  return below + (tree.kind === 'between' ? 25 : 1);
}
