import type { Finding } from '../contracts/finding.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../syntax/yaml/tree.ts';
import type { Steps } from '../text/drain.ts';
import { type ChosenEnvironment, mergeTrees, writtenPath } from './environment.ts';
import type { Path, SourceDocument } from './project.ts';
import { child, emptyMap } from './read-node.ts';
import { toFindings } from './to-findings.ts';
import { substituteVariables } from './variables.ts';

interface Others {
  readonly root: YamlNode;
  readonly settled: YamlNode;
  readonly chosen: ChosenEnvironment;
  readonly variables: Readonly<Record<string, string>>;
}

/** Variables that only environments other than the chosen one would miss. */
export function* findInOthers(
  document: SourceDocument,
  { root, settled, chosen, variables }: Others,
): Steps<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const name of chosen.names) {
    if (name === chosen.name) continue;
    const { violations } = substituteVariables(mergeEnvironment(settled, name), variables);
    const written = (path: Path): Path => writtenPath(root, name, path);
    const sound = violations.filter(({ path }) => !document.isDamaged(written(path)));
    findings.push(...toFindings(document, sound, written));
    yield;
  }
  return findings;
}

/** The configuration with the settings of an environment over it; as it is for none. */
export function mergeEnvironment(config: YamlNode, name: string | null): YamlNode {
  const over = name === null ? undefined : child(child(config, 'environments'), name);
  return over?.kind === 'map' ? mergeTrees(config, over) : config;
}

/** Each environment with its own variables, so that what it overrides can be validated as it would be. */
export function substituteEnvironments(
  effective: YamlNode,
  settled: YamlNode,
  fixed: Readonly<Record<string, string>>,
): YamlNode {
  const environments = child(settled, 'environments');
  if (effective.kind !== 'map' || environments?.kind !== 'map') return effective;
  const substituted = new Map<string, YamlEntry>();
  for (const [name, entry] of environments.entries) {
    const variables = mergeTrees(child(settled, 'variables') ?? emptyMap, child(entry.value, 'variables'));
    const merged = mergeTrees(entry.value, wrap('variables', variables));
    const { tree } = substituteVariables(merged, fixed);
    const own = child(entry.value, 'variables') === undefined ? without(tree, 'variables') : tree;
    substituted.set(name, { ...entry, value: entry.value.kind === 'map' ? own : entry.value });
  }
  return mergeTrees(
    without(effective, 'environments'),
    wrap('environments', { ...environments, entries: substituted }),
  );
}

function wrap(key: string, value: YamlNode): YamlMap {
  const entry: YamlEntry = { key, keyRange: value.range, value, shift: 0 };
  return { kind: 'map', range: value.range, entries: new Map([[key, entry]]) };
}

function without(node: YamlNode, key: string): YamlNode {
  if (node.kind !== 'map') return node;
  const entries = new Map(node.entries);
  entries.delete(key);
  return { ...node, entries };
}
