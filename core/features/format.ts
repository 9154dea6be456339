import type { TextEdit } from '../contracts/finding.ts';
import { parseYaml, type YamlDocument } from '../syntax/yaml/parse-yaml.ts';
import { toValue } from '../syntax/yaml/to-value.ts';
import { createYamlCache, type YamlCache } from '../syntax/yaml/yaml-cache.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { type FormattedLine, formatLines } from './format/format-lines.ts';

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
export function formatYaml(
  text: string,
  { file, indentSize = 2, cache = createYamlCache() }: FormatOptions,
): readonly TextEdit[] {
  if (/^[ \t]*\?(?:\s|$)/m.test(text)) return [];
  const edits = [...lineEdits(formatLines(text, indentSize), text), ...endEdit(text)];
  if (edits.length === 0) return [];
  const options = { sections: ['tables', 'sources'], cache };
  const before = parseYaml(text, options);
  if (isBroken(before)) return [];
  const after = parseYaml(applyAll(text, edits), options);
  if (isBroken(after) || meaningOf(before) !== meaningOf(after)) return [];
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

function applyAll(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { range, newText } of edits) {
    parts.push(text.slice(at, range.start), newText);
    at = range.end;
  }
  return [...parts, text.slice(at)].join('');
}

function isBroken({ problems }: YamlDocument): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

function meaningOf({ root }: YamlDocument): string {
  return root === null ? '' : canonicalJson(toValue(root, new WeakMap()));
}
