import { setImmediate as pause } from 'node:timers/promises';

/** Longest time without a look at what has arrived, in milliseconds. */
const sliceMs = 10;
/** An answer with fewer values is written in a few milliseconds at most. */
const fewValues = 5000;

/**
 * The JSON text of a message as UTF-8, that of a large one made in slices between which messages are read: the symbols of a file of some
 * megabytes are some megabytes again. Gives the bytes that `JSON.stringify` gives.
 */
export async function jsonInSlices(message: unknown): Promise<Uint8Array> {
  if (countValues(message, fewValues) < fewValues) return Buffer.from(JSON.stringify(message), 'utf8');
  const pieces: Buffer[] = [];
  let text = '';
  let until = performance.now() + sliceMs;
  for (const piece of piecesOf(message)) {
    text += piece;
    if (text.length < 32_768) continue;
    pieces.push(Buffer.from(text, 'utf8'));
    text = '';
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + sliceMs;
  }
  pieces.push(Buffer.from(text, 'utf8'));
  return Buffer.concat(pieces);
}

/** Values in a value, itself included; counting ends at a limit. */
function countValues(value: unknown, limit: number): number {
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const inner of Object.values(value)) {
    if (count >= limit) break;
    count += countValues(inner, limit - count);
  }
  return count;
}

/** The JSON of a value in pieces of a few hundred values at most, as far as its lists and objects can be taken apart. */
function* piecesOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || countValues(value, 200) < 200) {
    yield JSON.stringify(value) ?? 'null';
    return;
  }
  let separator = '';
  if (Array.isArray(value)) {
    yield '[';
    for (const item of value) {
      yield separator;
      yield* piecesOf(item);
      separator = ',';
    }
    yield ']';
    return;
  }
  yield '{';
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    yield `${separator}${JSON.stringify(key)}:`;
    yield* piecesOf(inner);
    separator = ',';
  }
  yield '}';
}
