import type { Range } from '../contracts/finding.ts';
import type { PartedText, SourceText } from './parted-text.ts';

/** Span of the old text that is not in the new one: as small as it can be, or empty where they are equal. */
export function findChange(before: SourceText, after: SourceText): Range {
  if (typeof before === 'string' || typeof after === 'string') return compare(String(before), String(after));
  const shared = sharedParts(before, after);
  const old = before.slice(shared.start, before.length - shared.end);
  const { start, end } = compare(old, after.slice(shared.start, after.length - shared.end));
  return { start: start + shared.start, end: end + shared.start };
}

/** Lengths of what two texts share at their starts and ends, told by their parts alone. */
function sharedParts(
  before: PartedText,
  after: PartedText,
): { readonly start: number; readonly end: number } {
  const most = Math.min(before.parts.length, after.parts.length);
  let first = 0;
  let start = 0;
  while (first < most && before.parts[first] === after.parts[first]) {
    start += before.parts[first]?.text.length ?? 0;
    first += 1;
  }
  let last = 0;
  let end = 0;
  while (last < most - first && before.parts.at(-1 - last) === after.parts.at(-1 - last)) {
    end += before.parts.at(-1 - last)?.text.length ?? 0;
    last += 1;
  }
  return { start, end };
}

function compare(before: string, after: string): Range {
  const most = Math.min(before.length, after.length);
  const start = longest(most, (low, high) => before.slice(low, high) === after.slice(low, high));
  const shift = after.length - before.length;
  const end = before.length;
  const same = longest(most - start, (low, high) => {
    return before.slice(end - high, end - low) === after.slice(end + shift - high, end + shift - low);
  });
  return { start, end: end - same };
}

/** The greatest length up to which two texts are equal; by halving, so that the comparing is done on long spans. */
function longest(most: number, isEqual: (low: number, high: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isEqual(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
