import type { YamlNode } from './tree.ts';

/** Whether an offset of the text stands inside of a key or a value that is no mapping and no list. */
export function isInScalar(root: YamlNode, offset: number): boolean {
  let node = root;
  let at = offset;
  for (;;) {
    if (node.kind === 'scalar') return holds(node, at);
    const inner: YamlNode | 'key' | null =
      node.kind === 'list' ? (node.items.find((item) => holds(item, at)) ?? null) : enter(node, at);
    if (inner === 'key') return true;
    if (inner === null) return false;
    if (node.kind === 'map') at -= shiftOf(node, inner);
    node = inner;
  }
}

type YamlMap = Extract<YamlNode, { readonly kind: 'map' }>;

function enter(map: YamlMap, at: number): YamlNode | 'key' | null {
  for (const { keyRange, value, shift } of map.entries.values()) {
    if (holds({ range: keyRange }, at - shift)) return 'key';
    if (holds(value, at - shift)) return value;
  }
  return null;
}

function shiftOf(map: YamlMap, value: YamlNode): number {
  for (const entry of map.entries.values()) if (entry.value === value) return entry.shift;
  return 0;
}

function holds({ range }: Pick<YamlNode, 'range'>, at: number): boolean {
  return range.start <= at && at < range.end;
}
