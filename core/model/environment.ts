import type { YamlEntry, YamlNode } from '../syntax/yaml/tree.ts';
import { nearNames } from '../text/near-names.ts';
import type { Path } from '../text/path.ts';
import { child, childrenOf, readText } from './read-node.ts';
import type { Violation } from './violation.ts';

export interface ChosenEnvironment {
  readonly name: string | null;
  readonly names: readonly string[];
  readonly violations: readonly Violation[];
}

/** The wanted environment, else `default_environment`, else none; one that is not defined is a violation and counts as none. */
export function chooseEnvironment(config: YamlNode, wanted: string | undefined): ChosenEnvironment {
  const names = childrenOf(child(config, 'environments')).map(([name]) => name);
  const usual = readText(child(config, 'default_environment'));
  const name = wanted ?? (usual === '' ? null : usual);
  if (name === null || names.includes(name)) return { name, names, violations: [] };
  const [near] = nearNames(name, names);
  const known = names.map((entry) => `\`${entry}\``).join(', ');
  const all = names.length === 0 ? `; add it under \`environments:\`` : `; choose one of ${known}`;
  const message = `Environment \`${name}\` is not defined${near === undefined ? `${all}.` : `; did you mean \`${near}\`?`}`;
  const isUsual = wanted === undefined;
  const path = isUsual ? ['default_environment'] : ['environments'];
  const fix = isUsual && near !== undefined ? { meant: { kind: 'text' as const, text: near } } : {};
  const part = isUsual ? 'value' : 'key';
  return { name: null, names, violations: [{ code: 'unknown-environment', path, part, message, ...fix }] };
}

/** The environment's settings over the others: mappings are merged, all else is replaced. */
export function mergeTrees(base: YamlNode, over: YamlNode | undefined): YamlNode {
  if (over === undefined) return base;
  if (base.kind !== 'map' || over.kind !== 'map') return over;
  const entries = new Map<string, YamlEntry>(base.entries);
  for (const [key, entry] of over.entries) {
    const below = base.entries.get(key);
    entries.set(key, below === undefined ? entry : { ...entry, value: mergeTrees(below.value, entry.value) });
  }
  return { ...base, entries };
}

/**
 * Where the value at a path of the merged configuration is written: below `environments.<name>` when that overrides it.
 * A path that does not exist gives its nearest ancestor that does.
 */
export function writtenPath(config: YamlNode, environment: string | null, path: Path): Path {
  let base: YamlNode | undefined = config;
  let over = environment === null ? undefined : child(child(config, 'environments'), environment);
  let isOver = false;
  let depth = 0;
  for (const step of path) {
    const nextOver: YamlNode | undefined = stepInto(over, step);
    const nextBase: YamlNode | undefined = stepInto(base, step);
    if (nextOver === undefined && nextBase === undefined) break;
    const isMerged = nextOver?.kind === 'map' && nextBase?.kind === 'map';
    isOver = nextOver !== undefined && !isMerged;
    over = nextOver;
    base = nextOver === undefined || isMerged ? nextBase : undefined;
    depth += 1;
  }
  const written = path.slice(0, depth);
  return isOver && environment !== null ? ['environments', environment, ...written] : written;
}

function stepInto(node: YamlNode | undefined, step: string | number): YamlNode | undefined {
  if (node?.kind === 'list' && typeof step === 'number') return node.items[step];
  return child(node, String(step));
}
