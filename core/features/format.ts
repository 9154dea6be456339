import type { TextEdit } from '../contracts/finding.ts';
import { parseYamlSteps, type YamlDocument } from '../syntax/yaml/parse-yaml.ts';
import type { YamlNode } from '../syntax/yaml/tree.ts';
import { createYamlCache, type YamlCache } from '../syntax/yaml/yaml-cache.ts';
import { applyEdits } from '../text/apply-edits.ts';
import { drain, type Steps } from '../text/drain.ts';
import { type FormattedLine, formatLineSteps } from './format/format-lines.ts';

export interface FormatOptions {
  /** The file that the edits are for. */
  readonly file: string;
  /** Spaces of a level; 2 unless told. */
  readonly indentSize?: number;
  /** What is parsed already need not be parsed again. */
  readonly cache?: YamlCache;
}

/**
 * The edits that put a YAML text in order: indentation, blanks at line ends and behind colons, doubled blank lines, the last
 * line end. Comments, quotes, flow collections and the order of things stay. None for a text that is broken, and none where the
 * result would not mean the same.
 */
export function formatYaml(text: string, options: FormatOptions): readonly TextEdit[] {
  return drain(formatYamlSteps(text, options));
}

/** The same with pauses. */
export function* formatYamlSteps(
  text: string,
  { file, indentSize = 2, cache = createYamlCache() }: FormatOptions,
): Steps<readonly TextEdit[]> {
  if (/^[ \t]*\?(?:\s|$)/m.test(text)) return [];
  const lines = yield* formatLineSteps(text, indentSize);
  yield;
  const edits = [...lineEdits(lines, text), ...endEdit(text)];
  if (edits.length === 0) return [];
  const options = { sections: ['tables', 'sources'], cache };
  const before = yield* parseYamlSteps(text, options);
  if (isBroken(before)) return [];
  const after = yield* parseYamlSteps(applyEdits(text, edits), options);
  if (isBroken(after) || !(yield* isEqual(before.root, after.root, 0))) return [];
  return edits.map((edit) => ({ ...edit, file }));
}

type Edit = Omit<TextEdit, 'file'>;

function lineEdits(lines: readonly FormattedLine[], text: string): readonly Edit[] {
  return lines.flatMap(({ start, end, newText }): Edit[] => {
    if (newText === null) {
      const found = text.indexOf('\n', end);
      return found === -1 && start === end
        ? []
        : [{ range: { start, end: found === -1 ? end : found + 1 }, newText: '' }];
    }
    return text.slice(start, end) === newText ? [] : [{ range: { start, end }, newText }];
  });
}

/** A text ends with a line end. */
function endEdit(text: string): readonly Edit[] {
  if (text.trim() === '' || text.endsWith('\n')) return [];
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  if (lastLine.trim() === '') return [];
  const newText = text.includes('\r\n') ? '\r\n' : '\n';
  return [{ range: { start: text.length, end: text.length }, newText }];
}

function isBroken({ problems }: YamlDocument): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** Whether two trees mean the same; comments, layout and places are nothing to it. */
function* isEqual(one: YamlNode | null, other: YamlNode | null, depth: number): Steps<boolean> {
  if (one === null || other === null || one.kind === 'scalar' || other.kind === 'scalar')
    return one?.kind === other?.kind && (one?.kind !== 'scalar' || isEqualScalar(one, other));
  if (one.kind === 'list' || other.kind === 'list') {
    if (one.kind !== 'list' || other.kind !== 'list' || one.items.length !== other.items.length) return false;
    for (const [index, item] of one.items.entries())
      if (!(yield* isEqual(item, other.items[index] ?? null, depth + 1))) return false;
    return true;
  }
  if (one.entries === other.entries) return true;
  if (one.entries.size !== other.entries.size) return false;
  for (const [key, { value }] of one.entries) {
    if (!(yield* isEqual(value, other.entries.get(key)?.value ?? null, depth + 1))) return false;
    if (depth === 1) yield;
  }
  return true;
}

function isEqualScalar(one: YamlNode, other: YamlNode | null): boolean {
  return one.kind === 'scalar' && other?.kind === 'scalar' && Object.is(one.value, other.value);
}
