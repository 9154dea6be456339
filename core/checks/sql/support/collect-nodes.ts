import type { Alteration } from '../../../syntax/sql/tree/alter-table.ts';
import type { Command } from '../../../syntax/sql/tree/command.ts';
import type { DataType } from '../../../syntax/sql/tree/data-type.ts';
import type { InsertTarget, MergeAction } from '../../../syntax/sql/tree/dml.ts';
import type { Expression, TableArgument } from '../../../syntax/sql/tree/expression.ts';
import type { Identifier, NameReference, QualifiedName } from '../../../syntax/sql/tree/node.ts';
import type { PipeOperator } from '../../../syntax/sql/tree/pipe.ts';
import type { GroupingAnalytics, Query, QueryTerm } from '../../../syntax/sql/tree/query.ts';
import type { Join, Pivot, Relation, RelationPrimary, Unpivot } from '../../../syntax/sql/tree/relation.ts';
import type { Statement } from '../../../syntax/sql/tree/statement.ts';
import type { WindowSpecification } from '../../../syntax/sql/tree/window.ts';

/** Every node that says its kind. */
export type AnyNode =
  | Statement
  | Alteration
  | Command
  | InsertTarget
  | MergeAction
  | Expression
  | TableArgument
  | DataType
  | Identifier
  | QualifiedName
  | NameReference
  | PipeOperator
  | Query
  | QueryTerm
  | GroupingAnalytics
  | Relation
  | RelationPrimary
  | Join
  | Pivot
  | Unpivot
  | WindowSpecification;

export type Kind = AnyNode['kind'];
export type NodeOf<K extends Kind, N = AnyNode> = N extends { readonly kind: infer Own }
  ? K extends Own
    ? N
    : never
  : never;

/** All nodes of a tree by their kind, each list in the order of the text. Trees are plain data, so no kind is forgotten here. */
export function collectNodes(tree: AnyNode): ReadonlyMap<Kind, readonly AnyNode[]> {
  const byKind = new Map<Kind, AnyNode[]>();
  const waiting: unknown[] = [tree];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    if ('kind' in part && typeof part.kind === 'string') {
      const kind = part.kind as Kind;
      const known = byKind.get(kind);
      if (known === undefined) byKind.set(kind, [part as AnyNode]);
      else known.push(part as AnyNode);
    }
    const inner = Object.values(part);
    for (let index = inner.length - 1; index >= 0; index -= 1) {
      if (typeof inner[index] === 'object' && inner[index] !== null) waiting.push(inner[index]);
    }
  }
  return byKind;
}
