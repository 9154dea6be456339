import { isStringCode } from '../../../syntax/sql/lexer/token-codes.ts';
import type { Node } from '../../../syntax/sql/tree/node.ts';
import type { PartitionSpecification } from '../../../syntax/sql/tree/partition.ts';
import type { Property } from '../../../syntax/sql/tree/property.ts';
import type { StatementContext } from '../sql-check.ts';
import { nameOf, stringOf, textOf } from './text-of.ts';

export interface WrittenKey {
  readonly key: Node;
  /** As Spark compares it. */
  readonly text: string;
}

/** Every list of properties and every partition of a statement, by the keys in it. They are found wherever the tree holds them. */
export function keyLists(context: StatementContext): readonly (readonly WrittenKey[])[] {
  const lists: WrittenKey[][] = [];
  // Of a table that is replaced Spark takes the last of equal options.
  const isReplacing = context.tree.kind === 'create-table' && context.tree.mode !== 'create';
  const waiting: unknown[] = [context.tree];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    if (isReplacing && 'kind' in part && part.kind === 'options') continue;
    if (isPartition(part)) {
      const keys = part.values.map(({ name }) => ({
        key: name,
        text: nameOf(context.tokens, name).toLowerCase(),
      }));
      lists.push(keys);
    } else if (isPropertyList(part)) {
      // Spark tells of a path that stands twice elsewhere, and takes one of two options of that name.
      const keys = part.map(({ key }) => ({ key, text: propertyKey(context, key) }));
      lists.push(keys.filter(({ text }) => text !== 'path'));
    }
    for (const inner of Object.values(part))
      if (typeof inner === 'object' && inner !== null) waiting.push(inner);
  }
  return lists;
}

function isPropertyList(part: object): part is readonly Property[] {
  const [head] = Array.isArray(part) ? part : [];
  return typeof head === 'object' && head !== null && 'key' in head && 'value' in head && !('kind' in head);
}

function isPartition(part: object): part is PartitionSpecification {
  const values = 'values' in part && !('kind' in part) ? part.values : null;
  const [head] = Array.isArray(values) ? values : [];
  return typeof head === 'object' && head !== null && 'name' in head && 'value' in head && !('kind' in head);
}

function propertyKey({ tokens }: StatementContext, key: Node): string {
  const isString = key.first === key.last && isStringCode(tokens.codes[key.first] ?? 0);
  return isString ? stringOf(tokens, key) : textOf(tokens, key);
}
