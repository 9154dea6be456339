import type { YamlNode } from './tree.ts';

/**
 * The plain JSON value of a tree. Objects have no prototype, so that keys such as `__proto__` or `constructor` are keys
 * like any other. Equal parts of the tree give the identical value as long as `memo` is kept.
 */
export function toValue(node: YamlNode, memo: WeakMap<object, unknown>): unknown {
  if (node.kind === 'scalar') return node.value;
  const source = node.kind === 'map' ? node.entries : node.items;
  const known = memo.get(source);
  if (known !== undefined) return known;
  let value: unknown;
  if (node.kind === 'list') value = node.items.map((item) => toValue(item, memo));
  else {
    const object: Record<string, unknown> = Object.create(null);
    for (const [key, entry] of node.entries) object[key] = toValue(entry.value, memo);
    value = object;
  }
  memo.set(source, value);
  return value;
}
