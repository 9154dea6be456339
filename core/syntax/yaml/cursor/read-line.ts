import type { Range } from '../../../contracts/finding.ts';

/** A key, or the dash of a list item, that opens something at a column of a line. */
export interface Level {
  readonly kind: 'item' | 'key';
  readonly column: number;
  /** '' for an item. */
  readonly key: string;
  /** Of the key as written, quotes included; of the dash for an item. */
  readonly range: Range;
}

/** One line of a block of YAML, read on its own: right for sound text outside of scalars, and a good guess for broken text. */
export interface Line {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  readonly indent: number;
  /** From the left; all but the last one are items. */
  readonly levels: readonly Level[];
  /** What follows the levels, without blanks, tags, anchors and a comment. */
  readonly rest: Range;
  /** Where a comment begins; the line's end when there is none. */
  readonly comment: number;
}

/** Start of the line that an offset stands in. */
export function lineStartOf(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** End of the line that an offset stands in, without CR and LF. */
export function lineEndOf(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  const end = found === -1 ? text.length : found;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Number of spaces from an offset on. */
export function indentAt(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32) at += 1;
  return at - start;
}

/** Whether a line holds nothing but blanks or a comment. */
export function isEmptyLine(text: string, start: number): boolean {
  const first = text[start + indentAt(text, start)] ?? '\n';
  return first === '\n' || first === '#' || first === '\r';
}

export function readLine(text: string, start: number): Line {
  const end = lineEndOf(text, start);
  const indent = Math.min(indentAt(text, start), end - start);
  const levels: Level[] = [];
  let at = start + indent;
  while (text[at] === '-' && (at + 1 >= end || text[at + 1] === ' ')) {
    levels.push({ kind: 'item', column: at - start, key: '', range: { start: at, end: at + 1 } });
    at = skipSpaces(text, at + 1, end);
  }
  const key = readKey(text, at, end);
  if (key !== null) {
    levels.push({ kind: 'key', column: at - start, key: key.name, range: { start: at, end: key.end } });
    at = skipSpaces(text, key.colon + 1, end);
  }
  const prefix = /(?:[&!][^\s,[\]{}]*(?:[ \t]+|(?=[\r\n]|$)))+/y;
  prefix.lastIndex = at;
  if (prefix.test(text) && prefix.lastIndex <= end) at = prefix.lastIndex;
  const comment = commentStart(text, at, end);
  return { start, end, indent, levels, rest: { start: at, end: trimEnd(text, at, comment) }, comment };
}

/** Where a scalar in quotes ends, its closing quote included; null when it is not closed before `limit`. */
export function quoteEnd(text: string, start: number, limit: number): number | null {
  const quote = text[start];
  for (let at = start + 1; at < limit; at += 1) {
    const character = text[at];
    if (quote === '"' && character === '\\') at += 1;
    else if (character === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at + 1;
      at += 1;
    }
  }
  return null;
}

/** The text that a key or a scalar of one line means; escapes are left as they are. */
export function plainText(written: string): string {
  const quote = written[0];
  if (quote !== '"' && quote !== "'") return written;
  const inner = written.length > 1 && written.endsWith(quote) ? written.slice(1, -1) : written.slice(1);
  return quote === "'" ? inner.replaceAll("''", "'") : inner;
}

function readKey(text: string, at: number, end: number): { name: string; end: number; colon: number } | null {
  const first = text[at] ?? '';
  if (at >= end || '#[]{},|>%@`'.includes(first)) return null;
  if (first === '"' || first === "'") {
    const close = quoteEnd(text, at, end);
    if (close === null) return null;
    const colon = skipSpaces(text, close, end);
    if (text[colon] !== ':' || !isBlankAt(text, colon + 1, end)) return null;
    return { name: plainText(text.slice(at, close)), end: close, colon };
  }
  for (let colon = at; colon < end; colon += 1) {
    const character = text[colon];
    if (character === '#' && text[colon - 1] === ' ') return null;
    if (character !== ':' || !isBlankAt(text, colon + 1, end)) continue;
    const last = trimEnd(text, at, colon);
    return last === at ? null : { name: text.slice(at, last), end: last, colon };
  }
  return null;
}

function isBlankAt(text: string, at: number, end: number): boolean {
  return at >= end || text[at] === ' ' || text[at] === '\t';
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at += 1;
  return at;
}

function commentStart(text: string, from: number, end: number): number {
  const first = text[from];
  const close = first === '"' || first === "'" ? quoteEnd(text, from, end) : from;
  if (close === null) return end;
  for (let at = close; at < end; at += 1) {
    if (text[at] === '#' && /[ \t\n]/.test(text[at - 1] ?? '\n')) return at;
  }
  return end;
}

function trimEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && (text[last - 1] === ' ' || text[last - 1] === '\t')) last -= 1;
  return last;
}
