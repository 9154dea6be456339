import type { Node } from './node.ts';

/** `key = value`; the value is a token, or an expression of an `OPTIONS` list. */
export interface Property extends Node {
  readonly key: Node;
  readonly value: Node | null;
}
