import type { YamlEntry, YamlNode, YamlScalar } from '../syntax/yaml/tree.ts';
import { nearNames } from '../text/near-names.ts';
import { formatPath, type Path } from '../text/path.ts';
import { type Expansion, expandText, longestExpansion } from './expand-text.ts';
import { child, childrenOf } from './read-node.ts';
import type { Violation } from './violation.ts';

export interface Substituted {
  readonly tree: YamlNode;
  /** Unknown, circular and malformed variables, each where it is written. */
  readonly violations: readonly VariableViolation[];
}

export interface VariableViolation extends Violation {
  /** The text that the mistake is about, to be looked for in the value: `${name`. */
  readonly needle: string;
}

interface Substituting {
  readonly written: ReadonlyMap<string, string>;
  readonly fixed: Readonly<Record<string, string>>;
  /** Null while the variable's own text is being expanded. */
  readonly known: Map<string, string | null>;
  readonly circular: Set<string>;
  readonly violations: VariableViolation[];
}

/**
 * Puts variables into every text of a configuration. Variables are those of its `variables:` mapping; `fixed` ones win over
 * them. Variables may use variables.
 */
export function substituteVariables(config: YamlNode, fixed: Readonly<Record<string, string>>): Substituted {
  const written = new Map<string, string>();
  for (const [name, value] of childrenOf(child(config, 'variables'))) {
    if (value.kind === 'scalar') written.set(name, value.source);
  }
  const state: Substituting = { written, fixed, known: new Map(), circular: new Set(), violations: [] };
  const tree = substitute(state, config, []);
  return { tree, violations: state.violations };
}

function substitute(state: Substituting, node: YamlNode, path: Path): YamlNode {
  if (node.kind === 'scalar') return substituteScalar(state, node, path);
  if (node.kind === 'list') {
    const items = node.items.map((item, index) => substitute(state, item, [...path, index]));
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
  }
  const entries = new Map<string, YamlEntry>();
  let hasChanged = false;
  for (const [key, entry] of node.entries) {
    const isOwn = path.length === 0 && key === 'environments';
    const value = isOwn ? entry.value : substitute(state, entry.value, [...path, key]);
    if (value !== entry.value) hasChanged = true;
    entries.set(key, value === entry.value ? entry : { ...entry, value });
  }
  return hasChanged ? { ...node, entries } : node;
}

function substituteScalar(state: Substituting, node: YamlScalar, path: Path): YamlScalar {
  if (typeof node.value !== 'string' || !node.value.includes('${')) return node;
  const expansion = expandText(node.value, (name) => variableValue(state, name));
  state.violations.push(...violationsOf(state, expansion, path));
  return { ...node, value: expansion.text, source: expansion.text };
}

/** A variable that needs itself stays as it is written; the finding is at the variable. */
function variableValue(state: Substituting, name: string): string | undefined {
  if (Object.hasOwn(state.fixed, name)) return state.fixed[name];
  const known = state.known.get(name);
  if (known === null) {
    state.circular.add(name);
    return `\${${name}}`;
  }
  if (known !== undefined) return known;
  const text = state.written.get(name);
  if (text === undefined) return undefined;
  state.known.set(name, null);
  const value = expandText(text, (other) => variableValue(state, other)).text;
  state.known.set(name, value);
  return value;
}

function violationsOf(state: Substituting, expansion: Expansion, path: Path): readonly VariableViolation[] {
  const where = `\`${formatPath(path)}\``;
  const base = { path, part: 'value' } as const;
  const found: VariableViolation[] = [];
  const names = [...new Set([...state.written.keys(), ...Object.keys(state.fixed)])];
  for (const { name } of expansion.unknown) {
    const [near] = nearNames(name, names);
    const rest = near === undefined ? `; define it under \`variables:\`.` : `; did you mean \`${near}\`?`;
    const message = `Variable \`${name}\` in ${where} is not defined${rest}`;
    const meant: Pick<Violation, 'meant'> =
      near === undefined ? {} : { meant: { kind: 'text', text: `\${${near}}` } };
    found.push({ ...base, code: 'unknown-variable', message, needle: `\${${name}`, ...meant });
  }
  if (expansion.malformedAt !== null) {
    const message = `\`\${\` in ${where} must be followed by a variable's name and \`}\`; write \`$\${\` for the characters themselves.`;
    found.push({ ...base, code: 'unknown-variable', message, needle: '${' });
  }
  if (expansion.isTooLong) {
    const most = longestExpansion.toLocaleString('en-US');
    const message = `The variables in ${where} make a text of more than ${most} characters; shorten them.`;
    found.push({ ...base, code: 'invalid-value', message, needle: '${' });
  }
  const [section, own] = path;
  if (section === 'variables' && typeof own === 'string' && state.circular.has(own)) {
    const message = `Variable \`${own}\` is defined by itself; give it a text that does not need it.`;
    found.push({ ...base, code: 'unknown-variable', message, needle: '${' });
  }
  return found;
}
