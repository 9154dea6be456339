import { resolvePlain } from './resolve-plain.ts';
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './tree.ts';

/**
 * Reads a block that is written as most are: mappings and lists by indentation, values on one line, plain, quoted or in flow
 * collections. Gives exactly the tree that the library's parse would be reduced to, at a twentieth of its cost; null for
 * everything else, sound or not (anchors, block scalars, escapes, values of several lines, doubled keys, tabs): that is
 * for the library to read.
 */
export function parsePlainBlock(text: string): YamlMap | null {
  if (strange.test(text)) return null;
  const reader: Reader = { text, lines: significantLines(text), at: 0, depth: 0 };
  const first = reader.lines[0];
  if (first === undefined || isDash(text, first)) return null;
  const root = readMap(reader, first.indent);
  return reader.at === reader.lines.length ? root : null;
}

/** Tabs, carriage returns, and whatever a parser may treat as a break, a blank or an error. */
const strange = /[^\n\x20-\x7e\u00a1-\u1fff\u2030-\u2fff\u3001-\ud7ff]/;

interface Line {
  start: number;
  indent: number;
  readonly end: number;
}

interface Reader {
  readonly text: string;
  readonly lines: readonly Line[];
  at: number;
  depth: number;
}

/** Far below what the library allows. */
const deepest = 30;

function significantLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    let at = start;
    while (at < end && text.charCodeAt(at) === space) at += 1;
    if (at < end && text.charCodeAt(at) !== hash) lines.push({ start: at, indent: at - start, end });
    start = end + 1;
  }
  return lines;
}

const space = 32;
const hash = 35;
const dash = 45;

function isDash(text: string, { start, end }: Line): boolean {
  return text.charCodeAt(start) === dash && (start + 1 === end || text.charCodeAt(start + 1) === space);
}

const keyPattern = /[A-Za-z_][A-Za-z0-9_.-]*/y;

/** The key that begins at an offset, when a colon and a blank, or the end, follow it. */
function keyAt(text: string, start: number, end: number): string | null {
  keyPattern.lastIndex = start;
  const key = keyPattern.exec(text)?.[0];
  if (key === undefined || key.length > 200 || text[start + key.length] !== ':') return null;
  const after = start + key.length + 1;
  return after >= end || text.charCodeAt(after) === space ? key : null;
}

function readMap(reader: Reader, indent: number): YamlMap | null {
  const { text, lines } = reader;
  if (reader.depth > deepest) return null;
  const entries = new Map<string, YamlEntry>();
  const start = lines[reader.at]?.start ?? 0;
  let last = start;
  for (let line = lines[reader.at]; line?.indent === indent; line = lines[reader.at]) {
    const key = keyAt(text, line.start, line.end);
    if (key === null || entries.has(key)) return null;
    const keyRange = { start: line.start, end: line.start + key.length };
    const value = readEntryValue(reader, line, keyRange);
    if (value === null) return null;
    last = Math.max(last, keyRange.end, value.range.end);
    entries.set(key, { key, keyRange, value, shift: 0 });
  }
  return endsHere(reader, indent) ? { kind: 'map', range: { start, end: last }, entries } : null;
}

/** What follows a collection is indented less: a line in between belongs to a value of several lines, or is an error. */
function endsHere({ lines, at }: Reader, indent: number): boolean {
  return (lines[at]?.indent ?? -1) < indent;
}

function readEntryValue(reader: Reader, line: Line, keyRange: YamlNode['range']): YamlNode | null {
  const { text, lines } = reader;
  const at = skipBlanks(text, keyRange.end + 1, line.end);
  reader.at += 1;
  const next = lines[reader.at];
  const isDeeper = next !== undefined && next.indent > line.indent;
  if (at === line.end || text.charCodeAt(at) === hash) {
    if (next === undefined) return nothing(keyRange);
    if (isDeeper) return readBelow(reader, next, line.indent);
    return next.indent === line.indent && isDash(text, next)
      ? readList(reader, line.indent)
      : nothing(keyRange);
  }
  return isDeeper ? null : readLast(text, at, line.end);
}

function readBelow(reader: Reader, line: Line, keyIndent: number): YamlNode | null {
  const { text } = reader;
  const first = text[line.start];
  if (first === '{' || first === '[') {
    reader.at += 1;
    return endsHere(reader, keyIndent + 1) ? readLast(text, line.start, line.end) : null;
  }
  reader.depth += 1;
  const node = isDash(text, line) ? readList(reader, line.indent) : readMap(reader, line.indent);
  reader.depth -= 1;
  return node;
}

function readList(reader: Reader, indent: number): YamlList | null {
  const { text, lines } = reader;
  const items: YamlNode[] = [];
  const start = lines[reader.at]?.start ?? 0;
  let last = start;
  for (let line = lines[reader.at]; line?.indent === indent && isDash(text, line); line = lines[reader.at]) {
    const at = skipBlanks(text, line.start + 1, line.end);
    if (at === line.end || text.charCodeAt(at) === hash) return null;
    const item =
      keyAt(text, at, line.end) === null ? readItem(reader, line, at) : readItemMap(reader, line, at);
    if (item === null) return null;
    last = Math.max(last, item.range.end);
    items.push(item);
  }
  const next = lines[reader.at];
  return next !== undefined && next.indent > indent
    ? null
    : { kind: 'list', range: { start, end: last }, items };
}

function readItem(reader: Reader, line: Line, at: number): YamlNode | null {
  reader.at += 1;
  const next = reader.lines[reader.at];
  return next !== undefined && next.indent > line.indent ? null : readLast(reader.text, at, line.end);
}

/** `- key: value` begins a mapping whose other entries stand below the first key. */
function readItemMap(reader: Reader, line: Line, at: number): YamlNode | null {
  const { start, indent } = line;
  line.indent = indent + at - start;
  line.start = at;
  reader.depth += 1;
  const map = readMap(reader, line.indent);
  reader.depth -= 1;
  return map;
}

/** The value that fills the rest of a line, but for a comment. */
function readLast(text: string, at: number, end: number): YamlNode | null {
  const first = text[at] ?? '';
  if (first === "'" || first === '"' || first === '[' || first === '{') {
    const read = first === '[' || first === '{' ? readFlow(text, at, end, 0) : readQuoted(text, at, end);
    if (read === null) return null;
    const after = skipBlanks(text, read.end, end);
    const isComment = after > read.end && text.charCodeAt(after) === hash;
    return after === end || isComment ? read.node : null;
  }
  const rest = text.slice(at, end);
  const comment = rest.indexOf(' #');
  const written = (comment === -1 ? rest : rest.slice(0, comment)).trimEnd();
  if (written.endsWith(':') || written.includes(': ')) return null;
  return plainScalar(written, at);
}

interface Read {
  readonly node: YamlNode;
  /** Behind its last character. */
  readonly end: number;
}

function plainScalar(written: string, start: number): YamlScalar | null {
  const value = resolvePlain(written);
  if (value === undefined) return null;
  return { kind: 'scalar', range: { start, end: start + written.length }, value, source: written };
}

function readQuoted(text: string, at: number, end: number): Read | null {
  const quote = text[at] ?? '';
  const close = text.indexOf(quote, at + 1);
  if (close === -1 || close >= end || text[close + 1] === quote) return null;
  const value = text.slice(at + 1, close);
  if (quote === '"' && value.includes('\\')) return null;
  const range = { start: at, end: close + 1 };
  return { node: { kind: 'scalar', range, value, source: value }, end: close + 1 };
}

const flowPlain = /[^,[\]{}:#'"&*!|>%@`?\n][^,[\]{}:#'"\n]*/y;

function readFlow(text: string, at: number, end: number, depth: number): Read | null {
  const first = text[at];
  if (first === "'" || first === '"') return readQuoted(text, at, end);
  if (depth > deepest) return null;
  if (first === '[') return readFlowList(text, at, end, depth + 1);
  if (first === '{') return readFlowMap(text, at, end, depth + 1);
  flowPlain.lastIndex = at;
  const written = flowPlain.exec(text)?.[0].trimEnd() ?? '';
  const node = written === '' ? null : plainScalar(written, at);
  return node === null ? null : { node, end: at + written.length };
}

function readFlowList(text: string, start: number, end: number, depth: number): Read | null {
  const items: YamlNode[] = [];
  let at = skipBlanks(text, start + 1, end);
  while (at < end && text[at] !== ']') {
    const item = readFlow(text, at, end, depth);
    if (item === null) return null;
    items.push(item.node);
    const next = afterComma(text, item.end, end, ']');
    if (next === null) return null;
    at = next;
  }
  if (at >= end) return null;
  return { node: { kind: 'list', range: { start, end: at + 1 }, items }, end: at + 1 };
}

function readFlowMap(text: string, start: number, end: number, depth: number): Read | null {
  const entries = new Map<string, YamlEntry>();
  let at = skipBlanks(text, start + 1, end);
  while (at < end && text[at] !== '}') {
    const key = keyAt(text, at, end);
    if (key === null || entries.has(key)) return null;
    const keyRange = { start: at, end: at + key.length };
    const value = readFlow(text, skipBlanks(text, keyRange.end + 1, end), end, depth);
    if (value === null) return null;
    entries.set(key, { key, keyRange, value: value.node, shift: 0 });
    const next = afterComma(text, value.end, end, '}');
    if (next === null) return null;
    at = next;
  }
  if (at >= end) return null;
  return { node: { kind: 'map', range: { start, end: at + 1 }, entries }, end: at + 1 };
}

/** Where the next entry begins, or the closing bracket stands. */
function afterComma(text: string, from: number, end: number, close: string): number | null {
  const at = skipBlanks(text, from, end);
  if (text[at] === close) return at;
  return text[at] === ',' ? skipBlanks(text, at + 1, end) : null;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === space) at += 1;
  return Math.min(at, end);
}

function nothing(range: YamlNode['range']): YamlScalar {
  return { kind: 'scalar', range, value: null, source: '' };
}
