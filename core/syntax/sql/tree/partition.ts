import type { Expression } from './expression.ts';
import type { Identifier, Node } from './node.ts';

/** `day = '2026-01-31'`, `day = DEFAULT`, or `day` alone. */
export interface PartitionValue extends Node {
  readonly name: Identifier;
  readonly value: Expression | 'default' | null;
}

/** `PARTITION (year = 2026, day)`. */
export interface PartitionSpecification extends Node {
  readonly values: readonly PartitionValue[];
}
