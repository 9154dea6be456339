import type { Range } from '../../contracts/finding.ts';

/** One entry of a mapping, in whole lines, with the comments that follow it. */
export interface OutlineBlock extends Range {
  /** A line of the block is indented less than the mapping that it stands in: a syntax error for certain. */
  readonly isMisindented: boolean;
}

/** A top-level entry; `children` are the entries of a section, null where the entry is one block. */
export interface OutlineEntry extends OutlineBlock {
  /** Where the section's key stands; null for other entries. */
  readonly section: {
    readonly key: string;
    readonly keyRange: Range;
    readonly children: readonly OutlineBlock[];
  } | null;
}

/** `head` (comments, `---`) and `entries` together are the text, without a gap. */
export interface Outline {
  readonly head: Range;
  readonly entries: readonly OutlineEntry[];
}

interface OpenBlock {
  readonly start: number;
  isMisindented: boolean;
}

interface OpenEntry extends OpenBlock {
  /** Null once the split inside it is not certain. */
  children: OpenBlock[] | null;
  childIndent: number;
  readonly key: string;
}

/**
 * Splits a YAML text at its top-level entries, and those named in `sections` at their entries in turn. Null where the
 * split is not certain (several documents, directives, explicit keys, a flow mapping or tabs at the border): parse the whole.
 *
 * It rests on one rule of YAML: every construct of several lines (quotes, brackets, block and plain scalars) ends at the first
 * line that is not indented more than its key, save `- ` items and a closing bracket, which may stand below the key.
 */
export function outline(text: string, sections: readonly string[]): Outline | null {
  const entries: OpenEntry[] = [];
  let isMarked = false;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const line = { start, end, indent: indentOf(text, start, end) };
    start = end + 1;
    const kind = lineKind(text, line);
    if (kind === 'blank') continue;
    if (kind === 'blank-tab') return null;
    const current = entries.at(-1);
    // A line that begins with a tab can only go on with what stands above it, or break it.
    if (kind === 'tab' && current?.children?.at(-1) !== undefined) continue;
    if (line.indent === 0) {
      if (kind === 'marker') {
        if (isMarked || current !== undefined || !isBareMarker(text, line)) return null;
        isMarked = true;
      } else if (kind === 'continuation' && current !== undefined) current.children = null;
      else if (kind === 'entry') entries.push(openEntry(text, line, sections));
      else return null;
    } else if (current === undefined) return null;
    else if (current.children !== null) addToSection(current, line, kind);
  }
  return close(text, entries);
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

/** Whether a line of blanks with a tab is an error depends on what stands around it. */
type LineKind = 'blank' | 'blank-tab' | 'marker' | 'continuation' | 'entry' | 'tab' | 'uncertain';

function lineKind(text: string, line: Line): LineKind {
  const at = line.start + line.indent;
  const first = text[at] ?? '';
  if (at >= line.end || first === '#') return 'blank';
  if (first === '\r' && at + 1 === line.end) return 'blank';
  if (first === '\t' || first === '\r') return text.slice(at, line.end).trim() === '' ? 'blank-tab' : 'tab';
  if (line.indent === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(at, Math.min(at + 4, line.end))))
    return 'marker';
  if (first === ']' || first === '}') return 'continuation';
  if (first === '-') {
    const next = text[at + 1] ?? '\n';
    return /\s/.test(next) ? 'continuation' : 'entry';
  }
  if (first === '<' && text[at + 1] === '<') return 'uncertain';
  return '?:[{&*!|>%@`,\uFEFF'.includes(first) ? 'uncertain' : 'entry';
}

function indentOf(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === 32) at += 1;
  return at - start;
}

function isBareMarker(text: string, line: Line): boolean {
  return /^---[ \t\r]*(?:[ \t]#.*)?$/.test(text.slice(line.start, line.end));
}

function openEntry(text: string, line: Line, sections: readonly string[]): OpenEntry {
  const key =
    /^([a-z_]+):[ \t\r]*(?:[ \t]#.*)?$/.exec(
      text.slice(line.start, Math.min(line.end, line.start + 500)),
    )?.[1] ?? '';
  const children = sections.includes(key) ? [] : null;
  return { start: line.start, isMisindented: false, children, childIndent: 0, key };
}

function addToSection(section: OpenEntry, line: Line, kind: LineKind): void {
  const { children } = section;
  if (children === null) return;
  const child = children.at(-1);
  if (child !== undefined && line.indent > section.childIndent) return;
  if (child !== undefined && line.indent < section.childIndent && kind !== 'tab') {
    child.isMisindented = true;
    return;
  }
  if (kind === 'entry') {
    section.childIndent = line.indent;
    children.push({ start: line.start, isMisindented: false });
  } else if (kind !== 'continuation' || child === undefined) section.children = null;
}

function close(text: string, entries: readonly OpenEntry[]): Outline {
  const end = (blocks: readonly OpenBlock[], index: number, last: number): number =>
    blocks[index + 1]?.start ?? last;
  return {
    head: { start: 0, end: entries[0]?.start ?? text.length },
    entries: entries.map((entry, index): OutlineEntry => {
      const last = end(entries, index, text.length);
      const block = { start: entry.start, end: last, isMisindented: false };
      const { children } = entry;
      if (children === null || children.length === 0) return { ...block, section: null };
      const keyRange = { start: entry.start, end: entry.start + entry.key.length };
      return {
        ...block,
        section: {
          key: entry.key,
          keyRange,
          children: children.map((child, position) => ({
            start: child.start,
            end: end(children, position, last),
            isMisindented: child.isMisindented,
          })),
        },
      };
    }),
  };
}
