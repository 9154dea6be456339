import { isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';

/**
 * Puts an entry at the end of the mapping under a top-level key, in the mapping's own indentation; everything else of the text
 * stays as it is. null when the text is not such that this can be done by inserting lines.
 */
export function insertEntry(text: string, key: string, entry: readonly string[]): string | null {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) return null;
  const pair = findPair(document.contents, key);
  const changed = pair === null ? appendKey(text, key, entry) : insertInto(text, pair, entry);
  if (changed === null) return null;
  const after = parseDocument(changed);
  return after.errors.length === 0 && isMap(after.get(key)) ? changed : null;
}

/** Names under a top-level key. */
export function namesUnder(text: string, key: string): readonly string[] {
  const value: unknown = parseDocument(text).get(key);
  return isMap(value)
    ? value.items.map((item) => String(isScalar(item.key) ? item.key.value : item.key))
    : [];
}

type KeyPair = Pair<Scalar, unknown>;

function findPair(root: YAMLMap | null, key: string): KeyPair | null {
  const pair = root?.items.find((item) => isScalar(item.key) && item.key.value === key);
  return (pair as KeyPair | undefined) ?? null;
}

function appendKey(text: string, key: string, entry: readonly string[]): string {
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  return `${text}${gap}\n${key}:\n${indented(entry, '  ')}\n`;
}

function insertInto(text: string, pair: KeyPair, entry: readonly string[]): string | null {
  const { value } = pair;
  if (isMap(value) && value.flow !== true) return insertLast(text, value as YAMLMap, entry);
  const keyEnd = pair.key.range?.[1];
  if (keyEnd === undefined) return null;
  const isEmptyFlow = isMap(value) && value.items.length === 0;
  if (isEmptyFlow && value.range) {
    const before = text.slice(0, value.range[0]).trimEnd();
    return `${before}${text.slice(value.range[1], lineEnd(text, value.range[1]))}\n${indented(entry, '  ')}${text.slice(lineEnd(text, value.range[1]))}`;
  }
  if (value !== null && !(isScalar(value) && value.value === null)) return null;
  const at = lineEnd(text, keyEnd);
  return `${text.slice(0, at)}\n${indented(entry, '  ')}${text.slice(at)}`;
}

function insertLast(text: string, map: YAMLMap, entry: readonly string[]): string | null {
  const first = map.items[0]?.key;
  const start = isScalar(first) ? first.range?.[0] : undefined;
  const end = map.range?.[1];
  if (start === undefined || end === undefined) return null;
  const margin = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (!/^ +$/.test(margin)) return null;
  const last = text.slice(0, end).trimEnd().length;
  const at = lineEnd(text, last);
  const gap = /\n[ \t]*\n/.test(text.slice(start, last)) ? '\n' : '';
  return `${text.slice(0, at)}\n${gap}${indented(entry, margin)}${text.slice(at) || '\n'}`;
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}

function indented(lines: readonly string[], margin: string): string {
  return lines.map((line) => margin + line).join('\n');
}
