import type { BlockLine } from './block-lines.ts';
import { type Mend, replaced, type Stumble } from './mend.ts';

/** A line, or the one before it, that is not indented like its neighbours: moved to where it most likely belongs. */
export function mendIndent({ lines, at }: Stumble): readonly Mend[] {
  const mends: Mend[] = [];
  for (const index of [at, at + 1, at - 1]) {
    const line = lines[index];
    if (line === undefined || index === 0) continue;
    for (const indent of likelyIndents(lines, index)) mends.push(moved(line, indent));
  }
  return mends;
}

function moved(line: BlockLine, indent: number): Mend {
  const more = indent - line.indent;
  const count = Math.abs(more);
  const spaces = `${count} space${count === 1 ? '' : 's'}`;
  const title = more > 0 ? `Indent it by ${spaces} more` : `Indent it by ${spaces} less`;
  const name = line.key === null ? 'This line' : `\`${line.key}\``;
  return {
    message: `${name} is not indented like its neighbours; indent it by ${spaces} ${more > 0 ? 'more' : 'less'}.`,
    title,
    range: { start: line.content, end: line.key === null ? line.end : keyEnd(line) },
    edits: replaced(line.start, line.content, ' '.repeat(indent)),
  };
}

function keyEnd(line: BlockLine): number {
  return Math.min(line.end, line.content + (line.key?.length ?? 0));
}

/** Other indents for a line, the likeliest first: those of the lines around it that would keep what stands below it below it. */
function likelyIndents(lines: readonly BlockLine[], index: number): readonly number[] {
  const line = lines[index];
  const before = lines[index - 1];
  if (line === undefined || before === undefined) return [];
  const children = childrenOf(lines, index);
  const sibling = lines[index + 1 + children.length];
  const scores = new Map<number, number>();
  const add = (indent: number | undefined, score: number): void => {
    if (indent === undefined || indent === line.indent || indent < 0) return;
    if (children.some((child) => child.indent <= indent)) return;
    scores.set(indent, (scores.get(indent) ?? 0) + score);
  };
  for (const level of levelsAbove(lines, index)) add(level, 1 - Math.abs(level - line.indent) / 100);
  add(before.isOpener ? before.indent + 2 : before.indent, 2);
  add(sibling?.indent, 3);
  if (before.isOpener && sibling !== undefined && sibling.indent > before.indent) add(sibling.indent, 1);
  return [...scores].sort(([, left], [, right]) => right - left).map(([indent]) => indent);
}

/** The lines below an opener as deep as the first of them. */
function childrenOf(lines: readonly BlockLine[], index: number): readonly BlockLine[] {
  const line = lines[index];
  const first = lines[index + 1];
  if (line === undefined || first === undefined || !line.isOpener || first.indent <= line.indent) return [];
  const rest = lines.slice(index + 1);
  const end = rest.findIndex((child) => child.indent < first.indent);
  return end === -1 ? rest : rest.slice(0, end);
}

/** The indents of the mappings that a line may continue. */
function levelsAbove(lines: readonly BlockLine[], index: number): readonly number[] {
  const levels: number[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (let at = index - 1; at >= 0; at -= 1) {
    const indent = lines[at]?.indent ?? 0;
    if (indent >= limit) continue;
    levels.push(indent);
    limit = indent;
  }
  return levels;
}
