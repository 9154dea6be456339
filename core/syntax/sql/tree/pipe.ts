import type { Expression } from './expression.ts';
import type { Identifier, Node } from './node.ts';
import type { GroupBy, LateralView, Organization, Select, SelectItem, SetBranch } from './query.ts';
import type { Join, Pivot, Sample, TableAlias, Unpivot } from './relation.ts';

/** One step after `|>` (Spark 4.0). */
export type PipeOperator =
  | (Node & { readonly kind: 'pipe-select'; readonly select: Select })
  | (Node & { readonly kind: 'pipe-extend'; readonly items: readonly SelectItem[] })
  | (Node & {
      readonly kind: 'pipe-set';
      readonly assignments: readonly { readonly name: Identifier; readonly value: Expression }[];
    })
  | (Node & { readonly kind: 'pipe-drop'; readonly names: readonly Identifier[] })
  | (Node & { readonly kind: 'pipe-as'; readonly alias: TableAlias })
  | (Node & { readonly kind: 'pipe-where'; readonly condition: Expression })
  | (Node & { readonly kind: 'pipe-pivot'; readonly pivot: Pivot | Unpivot })
  | (Node & { readonly kind: 'pipe-sample'; readonly sample: Sample })
  | (Node & { readonly kind: 'pipe-lateral-view'; readonly views: readonly LateralView[] })
  | (Node & { readonly kind: 'pipe-join'; readonly join: Join })
  | (Node & { readonly kind: 'pipe-set-operation'; readonly branch: SetBranch })
  | (Node & { readonly kind: 'pipe-organization'; readonly organization: Organization })
  | (Node & {
      readonly kind: 'pipe-aggregate';
      readonly items: readonly SelectItem[];
      readonly groupBy: GroupBy | null;
    })
  | (Node & { readonly kind: 'pipe-missing' });
