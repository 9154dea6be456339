import type { Expression } from './expression.ts';
import type { Identifier, Node } from './node.ts';
import type { SortItem } from './query.ts';

export interface FrameBound extends Node {
  readonly bound: 'unbounded-preceding' | 'unbounded-following' | 'current-row' | 'preceding' | 'following';
  readonly offset: Expression | null;
}
export interface WindowFrame extends Node {
  readonly unit: 'rows' | 'range';
  readonly start: FrameBound;
  readonly end: FrameBound | null;
}
/** What stands after `OVER`: a window's name, or how it is made. */
export interface WindowSpecification extends Node {
  readonly kind: 'window';
  readonly name: Identifier | null;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly SortItem[];
  readonly frame: WindowFrame | null;
}
export interface NamedWindow extends Node {
  readonly name: Identifier;
  readonly window: WindowSpecification;
}
