import { findChange } from '../../text/find-change.ts';
import type { SourceText } from '../../text/parted-text.ts';
import { type Outline, type OutlineBlock, type OutlineEntry, outline } from './outline.ts';

/** The outline of a changed text, and which of its blocks are those of the text before. */
export interface RenewedOutline {
  readonly outline: Outline;
  /** Blocks in the order of the text, children of sections counted one by one: so many at the start are as before. */
  readonly keptBefore: number;
  /** And so many at the end. */
  readonly keptAfter: number;
}

/**
 * The outline of `text` from that of a text that differs from it in one place, at the cost of the blocks around that place. The
 * result is what `outline` gives; null when the change is not inside the children of one section and all must be read.
 *
 * An outline is read line by line, and what the reader knows at the first line of a child is always the same: that it is in this
 * section, and how far its children are indented. So only the changed children and one on each side are read again, and
 * when the last of them is the same child as before, so is all that follows.
 */
export function outlineAgain(
  before: { readonly text: SourceText; readonly outline: Outline },
  text: SourceText,
  sections: readonly string[],
): RenewedOutline | null {
  const change = findChange(before.text, text);
  const delta = text.length - before.text.length;
  const { entries, head } = before.outline;
  const place = entries.findIndex(({ start, end }) => start <= change.start && change.end <= end);
  const entry = entries[place];
  const children = entry?.section?.children;
  if (entry === undefined || children === undefined || entry.section === null) return null;
  const first = children.findLastIndex((child) => child.start <= change.start);
  const last = Math.max(
    first,
    children.findIndex((child) => change.end <= child.end),
  );
  // A change at the start of a child may belong to the one before; one in the first child may take the section apart.
  const from = first - 1;
  if (from < 0) return null;
  // The entry after the section must begin a line as before.
  const border = entry.end + delta;
  if (place < entries.length - 1 && text.slice(border - 1, border) !== '\n') return null;
  const to = Math.min(last + 1, children.length - 1);
  const read = readAgain(text, { entry, from, to, delta, key: entry.section.key }, sections);
  if (read === null) return null;
  const renewed: OutlineEntry = {
    ...entry,
    end: entry.end + delta,
    section: {
      ...entry.section,
      children: [
        ...children.slice(0, from),
        ...read,
        ...children.slice(to + 1).map((child) => shiftBlock(child, delta)),
      ],
    },
  };
  const after = entries.slice(place + 1);
  return {
    outline: {
      head,
      entries: [...entries.slice(0, place), renewed, ...after.map((one) => shiftEntry(one, delta))],
    },
    keptBefore: countBlocks(entries.slice(0, place)) + from,
    keptAfter: countBlocks(after) + children.length - to - 1,
  };
}

interface Span {
  readonly entry: OutlineEntry;
  /** Children to read, both included. */
  readonly from: number;
  readonly to: number;
  readonly delta: number;
  readonly key: string;
}

/** The children in the place of those of the span; null when what follows them may be another than before. */
function readAgain(
  text: SourceText,
  span: Span,
  sections: readonly string[],
): readonly OutlineBlock[] | null {
  const { entry, from, to, delta, key } = span;
  const children = entry.section?.children ?? [];
  const first = children[from];
  const last = children[to];
  if (first === undefined || last === undefined) return null;
  const header = `${key}:\n`;
  const read = outline(header + text.slice(first.start, last.end + delta), sections);
  const [only] = read?.entries ?? [];
  const found = only?.section?.children;
  if (read === null || read.entries.length !== 1 || found === undefined) return null;
  const by = first.start - header.length;
  if (found[0]?.start !== header.length) return null;
  const isLastOfSection = to === children.length - 1;
  const end = found.at(-1);
  if (!isLastOfSection && (end === undefined || end.start + by !== last.start + delta)) return null;
  return found.map((child) => shiftBlock(child, by));
}

function shiftBlock<T extends OutlineBlock>(block: T, by: number): T {
  return by === 0 ? block : { ...block, start: block.start + by, end: block.end + by };
}

function shiftEntry(entry: OutlineEntry, by: number): OutlineEntry {
  const shifted = shiftBlock(entry, by);
  const { section } = entry;
  if (section === null || by === 0) return shifted;
  const keyRange = { start: section.keyRange.start + by, end: section.keyRange.end + by };
  return {
    ...shifted,
    section: { ...section, keyRange, children: section.children.map((child) => shiftBlock(child, by)) },
  };
}

/** Children of sections, and every other entry. */
export function countBlocks(entries: readonly OutlineEntry[]): number {
  let count = 0;
  for (const { section } of entries) count += section?.children.length ?? 1;
  return count;
}
