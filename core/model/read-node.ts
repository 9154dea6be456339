import type { YamlMap, YamlNode, YamlScalar } from '../syntax/yaml/tree.ts';

/** What a mapping holds under a key; undefined also where there is no mapping. */
export function child(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined;
}

/** The entries of a mapping, none for anything else. */
export function childrenOf(node: YamlNode | undefined): readonly (readonly [string, YamlNode])[] {
  return node?.kind === 'map' ? [...node.entries].map(([key, entry]) => [key, entry.value] as const) : [];
}

function scalar(node: YamlNode | undefined): YamlScalar['value'] | undefined {
  return node?.kind === 'scalar' ? node.value : undefined;
}

/** The readers below give null for a value that is absent or of another type: a finding has told about the latter. */
export function readText(node: YamlNode | undefined): string | null {
  const value = scalar(node);
  return typeof value === 'string' ? value : null;
}

export function readNumber(node: YamlNode | undefined): number | null {
  const value = scalar(node);
  return typeof value === 'number' ? value : null;
}

export function readFlag(node: YamlNode | undefined): boolean {
  return scalar(node) === true;
}

export function readChoice<const T extends string>(
  node: YamlNode | undefined,
  choices: readonly T[],
): T | null {
  const value = scalar(node);
  return choices.find((choice) => choice === value) ?? null;
}

/** One text or a list of texts. */
export function readTexts(node: YamlNode | undefined): readonly string[] {
  if (node?.kind !== 'list') {
    const one = readText(node);
    return one === null || one === '' ? [] : [one];
  }
  return node.items.map(readText).filter((item) => item !== null && item !== '') as string[];
}

/**
 * A value as the user means it: the text as it is written when the column is of type string (`007`, `1.0`, `true`), else the
 * value that YAML gives.
 */
export function readLiteral(node: YamlNode | undefined, isText: boolean): string | number | boolean | null {
  if (node?.kind !== 'scalar' || node.value === null) return null;
  return isText ? node.source : node.value;
}

export const emptyMap: YamlMap = { kind: 'map', range: { start: 0, end: 0 }, entries: new Map() };
