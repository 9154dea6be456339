import type { Expression } from './expression.ts';
import type { Identifier, Node, QualifiedName } from './node.ts';
import type { GroupByOf, Organization, Select, SelectItem, SetBranch } from './query.ts';
import type { Join, Pivot, Sample, Unpivot } from './relation.ts';
import type { NamedWindow } from './window.ts';

/** `a = expression`. Spark refuses a name of several parts. */
export interface PipeAssignment extends Node {
  readonly name: QualifiedName;
  readonly value: Expression;
}

/** One step after `|>` (Spark 4.0). */
export type PipeOperator =
  | (Node & { readonly kind: 'pipe-select'; readonly select: Select })
  | (Node & { readonly kind: 'pipe-extend'; readonly items: readonly SelectItem[] })
  | (Node & { readonly kind: 'pipe-set'; readonly assignments: readonly PipeAssignment[] })
  | (Node & { readonly kind: 'pipe-drop'; readonly names: readonly Identifier[] })
  | (Node & { readonly kind: 'pipe-as'; readonly alias: Identifier })
  | (Node & {
      readonly kind: 'pipe-where';
      readonly condition: Expression;
      readonly windows: readonly NamedWindow[];
    })
  | (Node & {
      readonly kind: 'pipe-pivot';
      readonly pivot: Pivot | Unpivot /** A second one, which Spark refuses. */;
      readonly other: Pivot | Unpivot | null;
    })
  | (Node & { readonly kind: 'pipe-sample'; readonly sample: Sample })
  | (Node & { readonly kind: 'pipe-join'; readonly join: Join })
  | (Node & { readonly kind: 'pipe-set-operation'; readonly branch: SetBranch })
  /** Null for a step with nothing in it. */
  | (Node & { readonly kind: 'pipe-organization'; readonly organization: Organization | null })
  | (Node & {
      readonly kind: 'pipe-aggregate';
      readonly items: readonly SelectItem[];
      readonly groupBy: GroupByOf<SelectItem> | null;
    })
  | (Node & { readonly kind: 'pipe-missing' });
