import type { Range } from '../../contracts/finding.ts';
import type { Path } from '../../text/path.ts';
import { shiftRange, type YamlNode } from './tree.ts';

export interface Location {
  /** How many steps of the path exist. */
  readonly depth: number;
  readonly node: YamlNode;
  /** Null for the root and for items of lists. */
  readonly key: Range | null;
  readonly value: Range;
}

/** Walks the path as far as it exists; ranges are absolute. */
export function locate(root: YamlNode, path: Path): Location {
  let location: Location = { depth: 0, node: root, key: null, value: root.range };
  let shift = 0;
  for (const [index, step] of path.entries()) {
    const { node } = location;
    const depth = index + 1;
    if (node.kind === 'map') {
      const entry = node.entries.get(String(step));
      if (entry === undefined) break;
      shift += entry.shift;
      const key = shiftRange(entry.keyRange, shift);
      location = { depth, node: entry.value, key, value: shiftRange(entry.value.range, shift) };
    } else if (node.kind === 'list' && typeof step === 'number') {
      const item = node.items[step];
      if (item === undefined) break;
      location = { depth, node: item, key: null, value: shiftRange(item.range, shift) };
    } else break;
  }
  return location;
}

/** Span of a value, its key, or both; of the nearest existing ancestor when the path does not exist. */
export function rangeAt(root: YamlNode, path: Path, part: 'key' | 'value' | 'entry' = 'value'): Range {
  const { key, value } = locate(root, path);
  if (part === 'value' || key === null) return value;
  return part === 'key'
    ? key
    : { start: Math.min(key.start, value.start), end: Math.max(key.end, value.end) };
}
