import type { Range } from '../../../contracts/finding.ts';
import type { Path } from '../../../text/path.ts';
import { type Anchor, climb, countItemsBefore, type Step } from './climb.ts';
import { type FlowPlace, readFlow } from './read-flow.ts';
import { type Line, lineStartOf, quoteEnd, readLine } from './read-line.ts';
import { siblingKeys } from './sibling-keys.ts';

/** What stands at a place of a YAML text, sound or broken. */
export interface Cursor {
  /** `key`: the place of a key, or of a value that could still become one. */
  readonly kind: 'key' | 'value';
  /** Of the mapping that the key is in, or of the value itself. */
  readonly path: Path;
  /** The key or the scalar, quotes included; empty where nothing stands. */
  readonly range: Range;
  /** A key that has its colon. */
  readonly hasColon: boolean;
  readonly isFlow: boolean;
  /** A scalar that spans lines, or a text below a plain value. */
  readonly isLong: boolean;
  /** Column of a block's keys; that of the key for a value. */
  readonly column: number;
  /** Other keys of the mapping: of a key's own, or of one that this value could begin. */
  siblings(): readonly string[];
}

/**
 * Reads the place; null in comments. Works from the lines around it, so that broken text elsewhere does not matter. An
 * `anchor` above the place spares it from reading on to the start of the text.
 */
export function readCursor(text: string, offset: number, anchor: Anchor | null = null): Cursor | null {
  const line = readLine(text, lineStartOf(text, offset));
  const steps = stepsAround(text, { line, offset, anchor });
  const path: (string | number)[] = [];
  for (const { level, line: opener, index, isLast } of steps) {
    path.push(level.kind === 'item' ? index : level.key);
    const { rest } = opener;
    if (!isLast || rest.start === rest.end || offset < rest.start) continue;
    const inside = insideValue(text, { opener, path, column: level.column }, offset);
    if (inside !== 'behind') return inside;
  }
  if (offset > line.comment) return null;
  const root = steps.length === 0 ? flowAtRoot(text, line, offset) : null;
  return root ?? atLine(text, { line, path, steps }, offset);
}

interface Held {
  readonly opener: Line;
  readonly path: Path;
  readonly column: number;
}

/** The place in the value that a level holds on its own line and below; `behind` when that value ends before it. */
function insideValue(text: string, { opener, path, column }: Held, offset: number): Cursor | null | 'behind' {
  const { rest } = opener;
  const first = text[rest.start] ?? '';
  const base = { kind: 'value', path, hasColon: false, isFlow: false, column, siblings: () => [] } as const;
  if (first === '{' || first === '[') {
    const place = readFlow(text, rest.start, offset);
    if (place === null) return null;
    return 'end' in place ? 'behind' : inFlow(place, path, column);
  }
  const isOnLine = offset <= opener.end;
  if (first === '|' || first === '>') {
    const range = isOnLine ? rest : { start: rest.start, end: Math.max(offset, rest.end) };
    return { ...base, range, isLong: !isOnLine };
  }
  if (first === '"' || first === "'") {
    const end = quoteEnd(text, rest.start, text.length) ?? text.length;
    if (offset > end) return isOnLine ? null : 'behind';
    return { ...base, range: { start: rest.start, end }, isLong: end > opener.end };
  }
  if (!isOnLine) return { ...base, range: { start: offset, end: offset }, isLong: true };
  return offset > opener.comment ? null : 'behind';
}

function inFlow(place: FlowPlace, path: Path, column: number): Cursor {
  const { kind, range, hasColon, siblings } = place;
  const whole = [...path, ...place.path];
  return {
    kind,
    path: whole,
    range,
    hasColon,
    isFlow: true,
    isLong: false,
    column,
    siblings: () => (kind === 'key' ? siblings : []),
  };
}

function flowAtRoot(text: string, line: Line, offset: number): Cursor | null {
  const start = text.search(/^[{[]/m);
  if (start === -1 || start >= offset || line.levels.some((level) => level.column === 0)) return null;
  const place = readFlow(text, start, offset);
  return place === null || 'end' in place ? null : inFlow(place, [], 0);
}

interface Standing {
  readonly line: Line;
  readonly offset: number;
  readonly anchor: Anchor | null;
}

/** The levels around the place and left of it, the outermost first; the key at the place is not among them. */
function stepsAround(text: string, { line, offset, anchor }: Standing): readonly Step[] {
  const own = line.levels.filter(({ kind, range }) =>
    kind === 'item' ? offset >= range.end : text.slice(range.end, Math.max(range.end, offset)).includes(':'),
  );
  const first = line.levels[0];
  const column =
    first?.column ?? (line.rest.start < line.rest.end ? line.rest.start - line.start : offset - line.start);
  const isItem = first?.kind === 'item' && offset >= first.range.end;
  const foothold = { lineStart: line.start, column, kind: isItem ? ('item' as const) : ('key' as const) };
  const outer = climb(text, foothold, anchor).reverse();
  const inner = own.map((level, position): Step => {
    const isFirst = position === 0 && level.kind === 'item';
    const index = isFirst ? countItemsBefore(text, line.start, level.column) : 0;
    return { level, line, index, isLast: level === line.levels.at(-1) };
  });
  return [...outer, ...inner];
}

interface Around {
  readonly line: Line;
  readonly path: Path;
  readonly steps: readonly Step[];
}

/** The place in a plain scalar, a key or an empty spot of its own line. */
function atLine(text: string, { line, path, steps }: Around, offset: number): Cursor {
  const last = steps.at(-1);
  const isOwn = last?.line.start === line.start;
  const key = line.levels.find(
    (level) => level.kind === 'key' && offset >= level.range.start && offset <= level.range.end,
  );
  const isInRest = line.rest.start < line.rest.end && offset >= line.rest.start && offset <= line.rest.end;
  const here = { start: offset, end: offset };
  const range = key?.range ?? (isInRest ? line.rest : here);
  const column = range.start - line.start;
  const isItemValue = isOwn && last.level.kind === 'item';
  const base = { path, range, isFlow: false, isLong: false, hasColon: key !== undefined };
  const siblings = () => siblingKeys(text, line.start, column);
  if (key !== undefined || !isOwn) return { ...base, kind: 'key', column, siblings };
  return {
    ...base,
    kind: 'value',
    column: isItemValue ? column : last.level.column,
    siblings: isItemValue ? siblings : () => [],
  };
}
