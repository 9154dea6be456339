import { readFlow } from '../../syntax/yaml/cursor/read-flow.ts';
import {
  indentAt,
  isEmptyLine,
  type Line,
  lineEndOf,
  quoteEnd,
  readLine,
} from '../../syntax/yaml/cursor/read-line.ts';
import { drain, type Steps } from '../../text/drain.ts';

/** A line of the text and what it becomes; null when it goes. */
export interface FormattedLine {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  readonly newText: string | null;
}

interface Open {
  readonly kind: 'item' | 'key';
  readonly column: number;
  readonly newColumn: number;
}

interface Formatting {
  readonly text: string;
  readonly indentSize: number;
  readonly lines: FormattedLine[];
  /** Comments and blank lines that wait for the line that they belong to. */
  readonly waiting: { readonly start: number; readonly end: number }[];
  readonly open: Open[];
  last: { readonly indent: number; readonly newIndent: number };
}

/** Every line of a sound YAML text with its indentation, the blanks in front of its value and at its end put in order. Scalars and flow collections stay as they are. */
export function formatLines(text: string, indentSize: number): readonly FormattedLine[] {
  return drain(formatLineSteps(text, indentSize));
}

/** The same with pauses, one after each few hundred lines. */
export function* formatLineSteps(text: string, indentSize: number): Steps<readonly FormattedLine[]> {
  const state: Formatting = {
    text,
    indentSize,
    lines: [],
    waiting: [],
    open: [],
    last: { indent: 0, newIndent: 0 },
  };
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    if (state.lines.length % 200 === 199) yield;
    const end = lineEndOf(text, start);
    if (isEmptyLine(text, start) || text.slice(start, end).trim() === '') state.waiting.push({ start, end });
    else start = formatLine(state, readLine(text, start));
    const next = text.indexOf('\n', start);
    if (next === -1) break;
    start = next + 1;
  }
  flushWaiting(state, null);
  return state.lines;
}

/** Formats a line, and the lines below that belong to its value. Gives an offset in the last one of them. */
function formatLine(state: Formatting, line: Line): number {
  const { text } = state;
  if (/^(?:---|\.\.\.|%)/.test(text.slice(line.start, line.end))) {
    state.open.length = 0;
    flushWaiting(state, { indent: 0, newIndent: 0 });
    state.lines.push({ ...line, newText: text.slice(line.start, line.end).trimEnd() });
    return line.start;
  }
  const [first] = line.levels;
  const column = first?.column ?? line.indent;
  const before = [...state.open];
  closeTo(state, column, first?.kind === 'item');
  const parent = state.open.at(-1);
  let newColumn =
    parent === undefined ? 0 : parent.newColumn + (parent.kind === 'item' ? 2 : state.indentSize);
  const newIndent = newColumn;
  flushWaiting(state, { indent: column, newIndent }, before);
  let newText = ' '.repeat(newColumn);
  let valueStart = line.start + line.indent;
  for (const level of line.levels) {
    state.open.push({ kind: level.kind, column: level.column, newColumn });
    const isItem = level.kind === 'item';
    newText += isItem ? '-' : `${text.slice(level.range.start, level.range.end)}:`;
    valueStart = isItem ? level.range.end : text.indexOf(':', level.range.end) + 1;
    newColumn += 2;
    if (isItem && level !== line.levels.at(-1)) newText += ' ';
  }
  const value = text.slice(valueStart, line.end).trim();
  const gap = line.levels.length > 0 && value !== '' ? ' ' : '';
  const isAlignedComment = value.startsWith('#');
  const comment = isAlignedComment ? text.slice(valueStart, line.end).trimEnd() : null;
  state.lines.push({
    start: line.start,
    end: line.end,
    newText: comment === null ? `${newText}${gap}${value}` : `${newText}${comment}`,
  });
  state.last = { indent: column, newIndent };
  const holder = state.open.at(-1);
  const shift =
    first === undefined ? newColumn - line.indent : (holder?.newColumn ?? 0) - (holder?.column ?? 0);
  return formatBelow(state, line, shift);
}

/** The lines of a value that goes on below the line on which it begins. */
function formatBelow(state: Formatting, line: Line, shift: number): number {
  const { text } = state;
  const { rest } = line;
  if (rest.start >= rest.end) return line.start;
  const first = text[rest.start] ?? '';
  const holder = state.open.at(-1);
  if (first === '|' || first === '>') return formatBlockScalar(state, line, holder);
  let end = rest.end;
  if (first === '{' || first === '[') {
    const flow = readFlow(text, rest.start, text.length);
    end = flow !== null && 'end' in flow ? flow.end : text.length;
  } else if (first === '"' || first === "'") end = quoteEnd(text, rest.start, text.length) ?? text.length;
  else end = plainEnd(text, line, holder?.column ?? -1);
  let last = line.start;
  for (let at = nextLine(text, line.start); at !== null && at < end; at = nextLine(text, at)) {
    const stop = lineEndOf(text, at);
    const indent = Math.min(indentAt(text, at), stop - at);
    const body = text.slice(at + indent, stop);
    const isBlank = body.trim() === '';
    state.lines.push({
      start: at,
      end: stop,
      newText: isBlank ? '' : `${' '.repeat(Math.max(0, indent + shift))}${body}`,
    });
    last = at;
  }
  return last;
}

function formatBlockScalar(state: Formatting, line: Line, holder: Open | undefined): number {
  const { text, indentSize } = state;
  const outer = holder?.column ?? -1;
  const body: {
    readonly start: number;
    readonly end: number;
    readonly indent: number;
    readonly isBlank: boolean;
  }[] = [];
  for (let at = nextLine(text, line.start); at !== null; at = nextLine(text, at)) {
    const end = lineEndOf(text, at);
    const indent = Math.min(indentAt(text, at), end - at);
    const isBlank = indent === end - at;
    if (!isBlank && indent <= outer) break;
    body.push({ start: at, end, indent, isBlank });
  }
  while (body.at(-1)?.isBlank === true) body.pop();
  const base = body.find((entry) => !entry.isBlank)?.indent ?? 0;
  const isExplicit = /^[|>][+-]?[0-9]/.test(text.slice(line.rest.start));
  const shift = isExplicit ? (holder?.newColumn ?? 0) - outer : (holder?.newColumn ?? 0) + indentSize - base;
  for (const { start, end, indent, isBlank } of body) {
    const isSpace = isBlank && indent <= base;
    const newText = isSpace
      ? ''
      : `${' '.repeat(Math.max(0, indent + shift))}${text.slice(start + indent, end)}`;
    state.lines.push({ start, end, newText });
  }
  return body.at(-1)?.start ?? line.start;
}

/** Plain scalars go on over every line that is indented more than what holds them. */
function plainEnd(text: string, line: Line, outer: number): number {
  let end = line.end;
  if (line.comment < line.end) return end;
  for (let at = nextLine(text, line.start); at !== null; at = nextLine(text, at)) {
    if (text.slice(at, lineEndOf(text, at)).trim() === '') continue;
    if (indentAt(text, at) <= outer || isEmptyLine(text, at)) break;
    end = lineEndOf(text, at);
  }
  return end;
}

function closeTo({ open }: Formatting, column: number, isItem: boolean): void {
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    if (top.column < column || (top.column === column && isItem && top.kind === 'key')) return;
    open.pop();
  }
}

/** Comments take the indentation of the line below when they have it now, else that of the level at which they stand. At most one blank line stays. */
function flushWaiting(
  { text, waiting, lines, last }: Formatting,
  next: { readonly indent: number; readonly newIndent: number } | null,
  open: readonly Open[] = [],
): void {
  let isAfterBlank = lines.length === 0;
  for (const [index, { start, end }] of waiting.entries()) {
    const body = text.slice(start, end).trim();
    if (body === '') {
      const isLast =
        next === null && waiting.slice(index).every((line) => text.slice(line.start, line.end).trim() === '');
      lines.push({ start, end, newText: isAfterBlank || isLast ? null : '' });
      isAfterBlank = true;
      continue;
    }
    isAfterBlank = false;
    const indent = indentAt(text, start);
    const level = open.find((entry) => entry.column === indent);
    const near = next !== null && indent === next.indent ? next.newIndent : level?.newColumn;
    const newIndent = near ?? Math.max(0, last.newIndent + indent - last.indent);
    lines.push({ start, end, newText: `${' '.repeat(indent === 0 ? 0 : newIndent)}${body}` });
  }
  waiting.length = 0;
}

function nextLine(text: string, from: number): number | null {
  const found = text.indexOf('\n', from);
  return found === -1 || found + 1 >= text.length ? null : found + 1;
}
