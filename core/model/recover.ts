import { parseBlock } from '../syntax/yaml/parse-block.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../syntax/yaml/tree.ts';
import type { Path } from '../text/path.ts';
import type { Meant, Violation } from './violation.ts';

/**
 * The tree as its author most likely meant it: what violations say was meant stands in the place of what is written. Paths of the
 * violations begin with `base`, which is where the tree stands. What nobody can guess stays.
 */
export function recover(root: YamlNode, violations: readonly Violation[], base: Path): YamlNode {
  let tree = root;
  for (const { path, part, meant } of violations) {
    if (meant === undefined || !base.every((step, index) => path[index] === step)) continue;
    const own = path.slice(base.length);
    const last = own.at(-1);
    tree =
      part === 'key' && typeof last === 'string'
        ? changeAt(tree, own.slice(0, -1), (node) =>
            node.kind === 'map' ? moveEntry(node, last, meant) : node,
          )
        : changeAt(tree, own, (node) => meantValue(node, meant));
    if (meant.kind === 'outer' && typeof last === 'string')
      tree = changeAt(tree, own.slice(0, -2), (node) => lift(node, String(own.at(-2)), last));
  }
  return tree;
}

/** The tree with another node at a path; the same tree when the path leads nowhere. */
function changeAt(node: YamlNode, path: Path, change: (node: YamlNode) => YamlNode): YamlNode {
  const [step, ...rest] = path;
  if (step === undefined) return change(node);
  if (node.kind === 'list') {
    const item = typeof step === 'number' ? node.items[step] : undefined;
    return item === undefined
      ? node
      : { ...node, items: node.items.with(Number(step), changeAt(item, rest, change)) };
  }
  const entry = node.kind === 'map' ? node.entries.get(String(step)) : undefined;
  if (node.kind !== 'map' || entry === undefined) return node;
  return withEntry(node, { ...entry, value: changeAt(entry.value, rest, change) });
}

function withEntry(map: YamlMap, entry: YamlEntry): YamlMap {
  return { ...map, entries: new Map(map.entries).set(entry.key, entry) };
}

function meantValue(node: YamlNode, meant: Meant): YamlNode {
  const { range } = node;
  if (meant.kind === 'text') return { kind: 'scalar', range, value: meant.text, source: meant.text };
  if (meant.kind === 'quoted' && node.kind === 'scalar') return { ...node, value: node.source };
  if (meant.kind !== 'yaml') return node;
  const { root } = parseBlock(`value: ${meant.yaml}\n`);
  return root?.kind === 'map' ? (root.entries.get('value')?.value ?? node) : node;
}

/** An entry under its right name, or in the entry before it. */
function moveEntry(map: YamlMap, key: string, meant: Meant): YamlMap {
  const entry = map.entries.get(key);
  if (entry === undefined) return map;
  if (meant.kind === 'text') {
    if (map.entries.has(meant.text)) return map;
    const renamed = { ...entry, key: meant.text };
    return {
      ...map,
      entries: new Map([...map.entries.values()].map((one) => (one === entry ? renamed : one)).map(byKey)),
    };
  }
  if (meant.kind !== 'inner') return map;
  const before = [...map.entries.values()][[...map.entries.keys()].indexOf(key) - 1];
  if (before?.value.kind !== 'map' || before.value.entries.has(key)) return map;
  const rest = withoutKey(map, key);
  return withEntry(rest, { ...before, value: withEntry(before.value, entry) });
}

/** An entry of the mapping under `inner`, in the mapping around it. */
function lift(outer: YamlNode, inner: string, key: string): YamlNode {
  const below = outer.kind === 'map' ? outer.entries.get(inner) : undefined;
  if (outer.kind !== 'map' || below?.value.kind !== 'map' || outer.entries.has(key)) return outer;
  const entry = below.value.entries.get(key);
  if (entry === undefined) return outer;
  return withEntry(withEntry(outer, { ...below, value: withoutKey(below.value, key) }), entry);
}

function withoutKey(map: YamlMap, key: string): YamlMap {
  const entries = new Map(map.entries);
  entries.delete(key);
  return { ...map, entries };
}

function byKey(entry: YamlEntry): readonly [string, YamlEntry] {
  return [entry.key, entry];
}
