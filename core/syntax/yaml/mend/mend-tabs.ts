import type { BlockLine } from './block-lines.ts';
import { type Mend, replaced, type Stumble } from './mend.ts';

/** Tabs in the indentation, each line of them with the spaces that its neighbours have. */
export function mendTabs({ text, lines }: Stumble): readonly Mend[] {
  const tabbed = lines.filter((line) => line.hasTab);
  const [first] = tabbed;
  if (first === undefined) return [];
  const message = 'A tab cannot indent YAML; use spaces.';
  const range = { start: first.start, end: first.content };
  const title = 'Indent with spaces';
  const byNeighbours = followNeighbours(lines);
  const byWidth = (width: number) => (line: BlockLine) =>
    text.slice(line.start, line.content).replaceAll('\t', ' '.repeat(width));
  return [byNeighbours, byWidth(2), byWidth(4), byWidth(8)].map((indentOf) => ({
    message,
    title,
    range,
    edits: tabbed.flatMap((line) => replaced(line.start, line.content, indentOf(line))),
  }));
}

/** A line below an opener is one level deeper than it; every other one stands as the line before, or the one after it. */
function followNeighbours(lines: readonly BlockLine[]): (line: BlockLine) => string {
  const indents = new Map<BlockLine, number>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!line.hasTab) indents.set(line, line.indent);
    else if (before === undefined) indents.set(line, 0);
    else indents.set(line, indentAfter(before, indents.get(before) ?? 0, lines[index + 1]));
  }
  return (line) => ' '.repeat(indents.get(line) ?? 0);
}

function indentAfter(before: BlockLine, indent: number, after: BlockLine | undefined): number {
  if (!before.isOpener) return indent;
  const isSibling = after !== undefined && !after.hasTab && after.indent > indent;
  return isSibling ? after.indent : indent + 2;
}
