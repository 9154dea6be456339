import type { Expression } from '../syntax/check-expression/expression.ts';
import { childrenOf } from './children-of.ts';

/** Whether an expression looks at many rows. */
export function holdsAggregate(tree: Expression): boolean {
  return tree.kind === 'aggregate' || childrenOf(tree).some(holdsAggregate);
}
