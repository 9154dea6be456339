import type { Finding } from '../contracts/finding.ts';
import { projectLimits } from '../contracts/schemas/json-schema.ts';
import { toValue } from '../syntax/yaml/to-value.ts';
import type { YamlNode } from '../syntax/yaml/tree.ts';
import type { Steps } from '../text/drain.ts';
import { describeErrors } from './describe-errors.ts';
import { chooseEnvironment, writtenPath } from './environment.ts';
import { findInOthers, mergeEnvironment, substituteEnvironments } from './other-environments.ts';
import type { Path, ProjectSettings, SourceSettings } from './project.ts';
import type { ProjectCache } from './project-cache.ts';
import { child, childrenOf, emptyMap } from './read-node.ts';
import { readSettings } from './read-settings.ts';
import { readSource } from './read-source.ts';
import { recover } from './recover.ts';
import { configShape, settle } from './settle.ts';
import type { ParsedDocument } from './source-document.ts';
import { toFindings } from './to-findings.ts';
import type { SchemaError } from './validators.ts';
import { substituteVariables } from './variables.ts';
import type { Violation } from './violation.ts';

export interface LoadedConfig {
  readonly environment: string | null;
  readonly environments: readonly string[];
  readonly settings: ProjectSettings;
  /** Every entry of `sources:`; null for one that cannot be used. */
  readonly sources: ReadonlyMap<string, SourceSettings | null>;
  readonly findings: readonly Finding[];
  /** Where the value at a path of the merged configuration is written. */
  writtenPath(path: Path): Path;
}

export interface LoadConfigOptions {
  readonly cache: ProjectCache;
  readonly environment: string | undefined;
  readonly variables: Readonly<Record<string, string>>;
}

/** The configuration for one environment: merged, variables put in, validated, then read. */
export function* loadConfig(parsed: ParsedDocument | null, options: LoadConfigOptions): Steps<LoadedConfig> {
  const root = parsed?.root ?? emptyMap;
  const settled = settle(root, configShape);
  const chosen = chooseEnvironment(settled, options.environment);
  const merged = mergeEnvironment(settled, chosen.name);
  const effective = substituteVariables(merged, options.variables);
  yield;
  const written = (path: Path): Path => writtenPath(root, chosen.name, path);
  const base = { environment: chosen.name, environments: chosen.names, writtenPath: written };
  const nothing = { ...base, settings: readSettings(effective.tree), sources: new Map() };
  if (parsed === null) return { ...nothing, findings: [] };
  const { document } = parsed;
  if (document.isDamaged([])) return { ...nothing, findings: document.findings };
  const violations = [
    ...chosen.violations,
    ...validate(substituteEnvironments(effective.tree, settled, options.variables), options.cache),
  ].filter((violation) => !document.isDamaged(written(violation.path)));
  yield;
  const findings = [
    ...document.findings,
    ...toFindings(document, effective.violations, written),
    ...toFindings(document, violations, written),
    ...(yield* findInOthers(document, { root, settled, chosen, variables: options.variables })),
  ];
  const config = recover(effective.tree, violations, []);
  return {
    ...base,
    settings: readSettings(config),
    sources: readSources(parsed, { config, written, cache: options.cache }),
    findings: dropEchoes(findings),
  };
}

/** At most a hundred violations for each block of the file. A text that still holds a variable cannot be judged. */
function validate(config: YamlNode, cache: ProjectCache): readonly Violation[] {
  const sources = childrenOf(child(config, 'sources'));
  if (sources.length > projectLimits.datasets) {
    const most = projectLimits.datasets.toLocaleString('en-US');
    const message = `The configuration has more than ${most} sources and is not read; split the project.`;
    return [{ code: 'too-many-entries', path: ['sources'], part: 'key', message }];
  }
  const check = cache.validators().config;
  if (check(toValue(config, new WeakMap()))) return [];
  const judged = (check.errors ?? []).filter(
    (error) => typeof error.data !== 'string' || !error.data.includes('${') || error.keyword === 'type',
  );
  const blocks = new Map<string, SchemaError[]>();
  for (const error of judged) {
    const block = error.instancePath.split('/').slice(0, 3).join('/');
    const others = blocks.get(block);
    if (others === undefined) blocks.set(block, [error]);
    else others.push(error);
  }
  return [...blocks.values()].flatMap((errors) => describeErrors(errors, []));
}

interface ReadingSources {
  readonly config: YamlNode;
  readonly written: (path: Path) => Path;
  readonly cache: ProjectCache;
}

function readSources(
  parsed: ParsedDocument,
  { config, written, cache }: ReadingSources,
): ReadonlyMap<string, SourceSettings | null> {
  const sources = new Map<string, SourceSettings | null>();
  const known = new Map<string, { readonly text: string; readonly settings: SourceSettings }>();
  const entries = childrenOf(child(config, 'sources'));
  const isReadable = entries.length <= projectLimits.datasets;
  for (const [name, node] of entries) {
    const isDamaged =
      parsed.document.isDamaged(['sources', name]) || parsed.document.isDamaged(written(['sources', name]));
    const settings = isReadable && !isDamaged && node.kind === 'map' ? readSource(node) : null;
    if (settings === null) {
      sources.set(name, null);
      continue;
    }
    const text = JSON.stringify(settings);
    const before = cache.sources.get(name);
    const kept = before?.text === text ? before : { text, settings };
    known.set(name, kept);
    sources.set(name, kept.settings);
  }
  cache.sources = known;
  return sources;
}

/** A mistake in the chosen environment is found in it and in what it is merged into: once is enough. */
function dropEchoes(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.code}:${finding.range.start}:${finding.range.end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
