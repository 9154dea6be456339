import type { Range } from '../../../contracts/finding.ts';
import type { Path } from '../../../text/path.ts';
import { plainText, quoteEnd } from './read-line.ts';

/** A place inside `{…}` or `[…]`. */
export interface FlowPlace {
  readonly kind: 'key' | 'value';
  /** From the collection that was read: of the mapping for a key, of the value for a value. */
  readonly path: Path;
  /** The scalar at the place, quotes included; empty where none stands. */
  readonly range: Range;
  readonly hasColon: boolean;
  /** Keys of the mapping that the place stands in, the one at the place left out. */
  readonly siblings: readonly string[];
}

interface Frame {
  readonly isMap: boolean;
  readonly keys: { readonly name: string; readonly start: number }[];
  key: string | null;
  index: number;
}

interface Reading {
  readonly text: string;
  readonly offset: number;
  readonly frames: Frame[];
  token: Range | null;
  hit: { readonly place: Omit<FlowPlace, 'siblings' | 'hasColon'>; readonly frame: Frame } | null;
  isColonAfterHit: boolean;
}

/** How far behind the place its collection is read for other keys. */
const farthest = 20_000;

/**
 * Reads the flow collection that begins at `start` as far as needed to tell what stands at `offset`. `end` is where the
 * collection is closed when that is before the offset; then there is no place in it.
 */
export function readFlow(
  text: string,
  start: number,
  offset: number,
): FlowPlace | { readonly end: number } | null {
  const state: Reading = { text, offset, frames: [], token: null, hit: null, isColonAfterHit: false };
  const last = Math.min(text.length, offset + farthest);
  let at = start;
  while (at < last) {
    if (state.hit !== null && !state.frames.includes(state.hit.frame)) break;
    const character = text[at] ?? '';
    if (character === '#' && /\s/.test(text[at - 1] ?? '')) {
      const found = text.indexOf('\n', at);
      const end = found === -1 ? text.length : found;
      if (state.hit === null && offset > at && offset <= end) return null;
      at = end;
      continue;
    }
    if (/[\s,:[\]{}]/.test(character) && !isPlainColon(state, at)) {
      if (at >= offset) hitAt(state, { start: offset, end: offset });
      step(state, character, at);
      at += 1;
      if (state.frames.length === 0) break;
      continue;
    }
    const end = scalarEnd(text, at);
    state.token = { start: at, end };
    if (at <= offset && offset <= end) hitAt(state, state.token);
    at = end;
  }
  if (state.hit === null && state.frames.length === 0) return { end: at };
  if (state.hit === null) hitAt(state, { start: offset, end: offset });
  if (state.hit === null) return null;
  const { place, frame } = state.hit;
  const siblings = frame.keys.filter((key) => key.start !== place.range.start).map((key) => key.name);
  return { ...place, siblings, hasColon: state.isColonAfterHit };
}

function step(state: Reading, character: string, at: number): void {
  const frame = state.frames.at(-1);
  if (character === '{' || character === '[') {
    state.frames.push({ isMap: character === '{', keys: [], key: null, index: 0 });
    state.token = null;
  } else if (character === '}' || character === ']') {
    state.frames.pop();
    state.token = null;
  } else if (character === ',' && frame !== undefined) {
    frame.key = null;
    frame.index += 1;
    state.token = null;
  } else if (character === ':' && frame?.isMap === true && state.token !== null && frame.key === null) {
    const { start, end } = state.token;
    frame.key = plainText(state.text.slice(start, end));
    frame.keys.push({ name: frame.key, start });
    if (state.hit?.place.range.start === start && at >= end) state.isColonAfterHit = true;
    state.token = null;
  }
}

function hitAt(state: Reading, range: Range): void {
  const frame = state.frames.at(-1);
  if (state.hit !== null || frame === undefined) return;
  const outer = state.frames.slice(0, -1).map((entry) => (entry.isMap ? (entry.key ?? '') : entry.index));
  const isKey = frame.isMap && frame.key === null;
  const inner = frame.isMap ? (frame.key ?? '') : frame.index;
  const place = { kind: isKey ? 'key' : 'value', path: isKey ? outer : [...outer, inner], range } as const;
  state.hit = { place, frame };
}

/** A colon inside a plain scalar, as in `12:30` or `a:b`. */
function isPlainColon({ text, token }: Reading, at: number): boolean {
  if (text[at] !== ':') return false;
  const isAfterQuote = token !== null && token.end === at && /["']/.test(text[token.start] ?? '');
  return !isAfterQuote && /[^\s,[\]{}]/.test(text[at + 1] ?? ' ');
}

function scalarEnd(text: string, start: number): number {
  const first = text[start];
  if (first === '"' || first === "'") return quoteEnd(text, start, text.length) ?? text.length;
  let end = start + 1;
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (/[,[\]{}\r\n]/.test(character)) break;
    if (character === ':' && /[\s,[\]{}]/.test(text[at + 1] ?? ' ')) break;
    if (character === '#' && /\s/.test(text[at - 1] ?? '')) break;
    if (character !== ' ' && character !== '\t') end = at + 1;
  }
  return end;
}
