import type { YamlEntry, YamlNode, YamlScalar } from '../syntax/yaml/tree.ts';

/**
 * What an empty value means at a place. `settings`: the key counts as not written (save those that are `nullable`).
 * `named`: the keys are names that the user chose, and an empty entry is an empty mapping of settings.
 */
export type Shape =
  | { readonly kind: 'named'; readonly of: Shape }
  | {
      readonly kind: 'settings';
      readonly children: Readonly<Record<string, Shape>>;
      readonly nullable?: string;
    }
  | { readonly kind: 'texts' };

const plain: Shape = { kind: 'settings', children: {} };
const texts: Shape = { kind: 'texts' };

export const tableShape: Shape = {
  kind: 'settings',
  children: {
    columns: {
      kind: 'named',
      of: { kind: 'settings', children: { references: plain, severity: plain }, nullable: 'mask' },
    },
  },
};

const sources: Shape = {
  kind: 'named',
  of: { kind: 'settings', children: { format: plain, expect: plain } },
};

const settings = {
  spark: plain,
  retention: plain,
  emr: plain,
  storage: plain,
  alerts: plain,
  variables: texts,
  sources,
};

export const configShape: Shape = {
  kind: 'settings',
  children: {
    ...settings,
    lint: { kind: 'settings', children: { severity: plain } },
    environments: { kind: 'named', of: { kind: 'settings', children: settings } },
  },
};

/** The tree with empty values taken for what they mean at their place; the same tree when nothing is empty. */
export function settle(node: YamlNode, shape: Shape): YamlNode {
  if (isNull(node))
    return shape.kind === 'texts' ? node : { kind: 'map', range: node.range, entries: new Map() };
  if (node.kind !== 'map') return node;
  const entries = new Map<string, YamlEntry>();
  let hasChanged = false;
  for (const [key, entry] of node.entries) {
    const settled = settleEntry(entry.value, shape, key);
    if (settled !== entry.value) hasChanged = true;
    if (settled !== null) entries.set(key, settled === entry.value ? entry : { ...entry, value: settled });
  }
  return hasChanged ? { ...node, entries } : node;
}

function settleEntry(value: YamlNode, shape: Shape, key: string): YamlNode | null {
  if (shape.kind === 'texts') return isNull(value) ? { ...value, value: '' } : value;
  if (shape.kind === 'named') return settle(value, shape.of);
  const child = Object.hasOwn(shape.children, key) ? shape.children[key] : undefined;
  if (child !== undefined && (child.kind !== 'settings' || !isNull(value))) {
    return child.kind === 'texts' && isNull(value) ? null : settle(value, child);
  }
  return isNull(value) && key !== shape.nullable ? null : value;
}

function isNull(node: YamlNode): node is YamlScalar {
  return node.kind === 'scalar' && node.value === null;
}
