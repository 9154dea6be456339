import { isUtf8 } from 'node:buffer';
import type { MalformedReason } from './chunk.ts';
import { findInvalidUtf8 } from './find-invalid-utf8.ts';
import type { ScanWindow } from './record-bounds.ts';

const nowhere = Number.POSITIVE_INFINITY;

/** Looks ahead for the bytes that make a line anything but regular. Positions asked for must not go back. */
export interface Scout {
  /** First quote, NUL or invalid byte from `at` on; the window's end when there is none. */
  nextSpecial(at: number): number;
  /** Why a record in `[at, next)` cannot be read whatever its fields, or null. */
  reasonWithin(at: number, next: number): MalformedReason | null;
}

/** Each kind of special byte is searched for once: the native search runs ahead and is asked again only past its find. */
export function createScout(window: ScanWindow, start: number, quote: number): Scout {
  const { bytes, end } = window;
  const isValid = isUtf8(bytes.subarray(start, end));
  let quoteAt = quote === -1 ? nowhere : -1;
  let nulAt = -1;
  let invalidAt = isValid ? nowhere : -1;

  function find(byte: number, from: number): number {
    const at = bytes.indexOf(byte, from);
    return at === -1 || at >= end ? nowhere : at;
  }

  function look(at: number): void {
    if (nulAt < at) nulAt = find(0, at);
    if (invalidAt < at) {
      const found = findInvalidUtf8(bytes, at, end);
      invalidAt = found === -1 ? nowhere : found;
    }
  }

  function nextSpecial(at: number): number {
    look(at);
    if (quoteAt < at) quoteAt = find(quote, at);
    return Math.min(quoteAt, nulAt, invalidAt, end);
  }

  function reasonWithin(at: number, next: number): MalformedReason | null {
    look(at);
    if (nulAt < next) return 'malformed:nul';
    return invalidAt < next ? 'malformed:encoding' : null;
  }

  return { nextSpecial, reasonWithin };
}
