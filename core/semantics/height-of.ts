import type { Expression } from '../syntax/sql/expression.ts';
import { childrenOf } from './children-of.ts';

/** How deep an expression is once it is printed: `a + b + c` prints one operation inside the other. */
export function heightOf(tree: Expression): number {
  const below = childrenOf(tree).reduce((most, child) => Math.max(most, heightOf(child)), 0);
  return below + (tree.kind === 'arithmetic' ? tree.rest.length : 1);
}
