import { indentAt, isEmptyLine, type Level, type Line, lineStartOf, readLine } from './read-line.ts';

/** A level that a place stands under, with the line that opens it. */
export interface Step {
  readonly level: Level;
  readonly line: Line;
  /** Of an item: how many items of the same list stand before it. */
  index: number;
  /** Nothing but the value of this level stands to its right. */
  readonly isLast: boolean;
}

/** Where to climb from: the column of a key or dash, and the line that it stands in. */
export interface Foothold {
  readonly lineStart: number;
  readonly column: number;
  readonly kind: 'item' | 'key';
}

/** A line that is known to open an entry of a section, and the section's own step: nothing needs to be read above it. */
export interface Anchor {
  readonly lineStart: number;
  readonly above: Step;
}

/**
 * The levels around a place by indentation alone, the innermost first. Lines inside of scalars and flow collections may be
 * among them: what the outer levels hold tells.
 */
export function climb(text: string, from: Foothold, anchor: Anchor | null = null): Step[] {
  const steps: Step[] = [];
  let limit = from.column;
  let isInList = from.kind === 'item';
  let counted: Step | null = null;
  let at = from.lineStart;
  while (at > 0 && (limit > 0 || isInList)) {
    if (at === anchor?.lineStart && !isInList && limit === indentAt(text, at)) {
      steps.push(anchor.above);
      break;
    }
    at = lineStartOf(text, at - 1);
    if (isDeeper(text, at, isInList ? limit + 1 : limit) || isEmptyLine(text, at)) continue;
    const line = readLine(text, at);
    for (let position = line.levels.length - 1; position >= 0; position -= 1) {
      const level = line.levels[position];
      if (level === undefined || level.column > limit) continue;
      if (level.column === limit && level.kind === 'item' && isInList && counted !== null) counted.index += 1;
      if (level.column === limit && !(isInList && level.kind === 'key')) continue;
      const step = { level, line, index: 0, isLast: position === line.levels.length - 1 };
      steps.push(step);
      limit = level.column;
      isInList = level.kind === 'item';
      counted = isInList ? step : null;
    }
  }
  return steps;
}

/** How many items of its list stand before the item at a column of a line. */
export function countItemsBefore(text: string, lineStart: number, column: number): number {
  let count = 0;
  for (let at = lineStart; at > 0; ) {
    at = lineStartOf(text, at - 1);
    const indent = indentAt(text, at);
    if (indent > column || isEmptyLine(text, at)) continue;
    const level = readLine(text, at).levels.find((entry) => entry.column === column);
    if (level?.kind === 'item') count += 1;
    if (indent < column || level?.kind !== 'item') break;
  }
  return count;
}

/** Whether a line begins with at least so many spaces. */
function isDeeper(text: string, start: number, spaces: number): boolean {
  for (let at = start; at < start + spaces; at += 1) {
    if (text.charCodeAt(at) !== 32) return false;
  }
  return true;
}
