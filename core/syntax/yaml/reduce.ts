import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import type { Range } from '../../contracts/finding.ts';
import { duplicateKey, type EntrySpan } from './duplicate-key.ts';
import { yamlLimits } from './limits.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlProblem, YamlScalar } from './tree.ts';

export interface Reduced {
  /** Null for a text without any value. */
  readonly root: YamlNode | null;
  readonly problems: readonly YamlProblem[];
  /** An alias names an anchor that stands before this text, or nowhere. */
  readonly hasStrayAlias: boolean;
  /** Values that aliases repeat. */
  readonly aliasNodes: number;
}

interface Reducing {
  readonly text: string;
  readonly problems: YamlProblem[];
  /** Null while the anchored value itself is being reduced. */
  readonly anchors: Map<string, YamlNode | null>;
  readonly sizes: WeakMap<object, number>;
  hasStrayAlias: boolean;
  aliasNodes: number;
}

/** Turns the library's tree into ours: aliases followed, merge keys applied, doubled and unusable keys named. */
export function reduce(document: Document.Parsed, text: string): Reduced {
  const state: Reducing = {
    text,
    problems: [],
    anchors: new Map(),
    sizes: new WeakMap(),
    hasStrayAlias: false,
    aliasNodes: 0,
  };
  const { contents } = document;
  const isEmpty =
    contents === null || (isScalar(contents) && contents.value === null && contents.source === '');
  const root = isEmpty ? null : reduceNode(state, contents, { start: 0, end: 0 });
  const { problems, hasStrayAlias, aliasNodes } = state;
  return { root, problems, hasStrayAlias, aliasNodes };
}

/** `fallback` is the range of a value that is not written. */
function reduceNode(state: Reducing, node: Node | null, fallback: Range): YamlNode {
  if (node === null) return nothing(fallback);
  if (isAlias(node)) return followAlias(state, node.source, rangeOf(node));
  const { anchor } = node as Scalar;
  if (anchor !== undefined) state.anchors.set(anchor, null);
  const reduced = reduceValue(state, node, fallback);
  if (anchor !== undefined) state.anchors.set(anchor, reduced);
  return reduced;
}

function reduceValue(state: Reducing, node: Node, fallback: Range): YamlNode {
  if (isMap(node)) return reduceMap(state, node.items as readonly Pair<Node, Node | null>[], node);
  if (isSeq(node)) {
    const start = rangeOf(node).start;
    const items: YamlNode[] = [];
    let size = 1;
    let last = start;
    for (const item of node.items as readonly (Node | null)[]) {
      const reduced = reduceNode(state, item, { start: last, end: last });
      items.push(reduced);
      size += sizeOf(state, reduced);
      last = Math.max(last, reduced.range.end);
    }
    state.sizes.set(items, size);
    return { kind: 'list', range: node.flow === true ? rangeOf(node) : { start, end: last }, items };
  }
  return isScalar(node) ? reduceScalar(state.text, node, fallback) : nothing(fallback);
}

function reduceMap(
  state: Reducing,
  pairs: readonly Pair<Node, Node | null>[],
  node: Node & { flow?: boolean },
): YamlMap {
  const start = rangeOf(node).start;
  const entries = new Map<string, YamlEntry>();
  const merged: YamlNode[] = [];
  let last = start;
  for (const { key, value } of pairs) {
    const name = reduceNode(state, key, { start: last, end: last });
    const keyRange = name.range;
    const reduced = reduceNode(state, value, keyRange);
    last = Math.max(last, keyRange.end, reduced.range.end);
    if (name.kind !== 'scalar' || name.source === '') {
      state.problems.push(problem('A key must be a plain name; write it before the colon.', keyRange));
      continue;
    }
    if (name.source === '<<' && isScalar(key) && key.type === 'PLAIN') {
      merged.push(reduced);
      continue;
    }
    const earlier = entries.get(name.source);
    if (earlier !== undefined) {
      const second = spanOf(keyRange, reduced);
      const first = spanOf(earlier.keyRange, earlier.value);
      state.problems.push(duplicateKey(name.source, { text: state.text, second, first }));
    } else entries.set(name.source, { key: name.source, keyRange, value: reduced, shift: 0 });
  }
  for (const source of merged) mergeInto(state, entries, source);
  let size = 1;
  for (const entry of entries.values()) size += sizeOf(state, entry.value);
  state.sizes.set(entries, size);
  return { kind: 'map', range: node.flow === true ? rangeOf(node) : { start, end: last }, entries };
}

function spanOf(key: Range, value: YamlNode): EntrySpan {
  return { key, entry: { start: key.start, end: Math.max(key.end, value.range.end) } };
}

/** What `<<` names comes after what the mapping says itself, and never replaces it. */
function mergeInto(state: Reducing, entries: Map<string, YamlEntry>, source: YamlNode): void {
  const maps = source.kind === 'list' ? source.items : [source];
  for (const map of maps) {
    if (map.kind !== 'map') {
      state.problems.push(problem('`<<` takes a mapping or an alias of one; name one after it.', map.range));
      continue;
    }
    for (const [name, entry] of map.entries) if (!entries.has(name)) entries.set(name, entry);
  }
}

function followAlias(state: Reducing, name: string, range: Range): YamlNode {
  const target = state.anchors.get(name);
  if (target === undefined) {
    state.hasStrayAlias = true;
    const message = `A value that begins with \`*\` repeats an anchor, and \`&${name}\` is not defined before; put the value in quotes, or define the anchor.`;
    const newText = `'${state.text.slice(range.start, range.end).replaceAll("'", "''")}'`;
    const fixes = [{ title: 'Put it in quotes', edits: [{ range, newText }] }];
    state.problems.push({ ...problem(message, range), fixes });
    return nothing(range);
  }
  if (target === null) {
    state.problems.push(problem(`\`*${name}\` stands inside the value that it repeats; remove it.`, range));
    return nothing(range);
  }
  const size = sizeOf(state, target);
  if (state.aliasNodes + size > yamlLimits.aliasNodes) {
    if (state.aliasNodes <= yamlLimits.aliasNodes) state.problems.push(aliasLimit(range));
    state.aliasNodes = yamlLimits.aliasNodes + 1;
    return nothing(range);
  }
  state.aliasNodes += size;
  return { ...target, range };
}

function aliasLimit(range: Range): YamlProblem {
  const most = yamlLimits.aliasNodes.toLocaleString('en-US');
  const message = `Aliases repeat more than ${most} values; write out the parts that matter and remove the rest.`;
  return { code: 'yaml-limit', severity: 'error', message, range };
}

function problem(message: string, range: Range): YamlProblem {
  return { code: 'yaml-syntax', severity: 'error', message, range };
}

function sizeOf(state: Reducing, node: YamlNode): number {
  if (node.kind === 'scalar') return 1;
  return state.sizes.get(node.kind === 'map' ? node.entries : node.items) ?? 1;
}

function nothing(range: Range): YamlScalar {
  return { kind: 'scalar', range, value: null, source: '' };
}

function reduceScalar(text: string, node: Scalar, fallback: Range): YamlScalar {
  const written = node.source ?? '';
  if (node.type === 'PLAIN' && written === '') return nothing(fallback);
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  const range = isBlock ? trimEnd(rangeOf(node), text) : rangeOf(node);
  const { value } = node;
  if (typeof value === 'number')
    return { kind: 'scalar', range, value: exactNumber(value, written), source: written };
  if (typeof value === 'boolean' || value === null) return { kind: 'scalar', range, value, source: written };
  const string = String(value);
  return { kind: 'scalar', range, value: string, source: string };
}

/** Blank lines that end a block scalar look like the space between two entries: they are not in its range. */
function trimEnd({ start, end }: Range, text: string): Range {
  let last = end;
  while (last > start + 1 && /\s/.test(text[last - 1] ?? '')) last -= 1;
  return { start, end: last };
}

/** The number when JSON can hold it as it is written, else the text. */
function exactNumber(value: number, written: string): number | string {
  if (!Number.isFinite(value)) return written;
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return written;
  const digits = written
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  return digits.length > 15 && !Number.isInteger(value) ? written : value;
}

function rangeOf(node: Node): Range {
  const range = node.range;
  return range === null || range === undefined ? { start: 0, end: 0 } : { start: range[0], end: range[1] };
}
