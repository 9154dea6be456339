import { expect, test } from 'vitest';
import { splitLines } from '../../../client/child/split-lines.ts';

function split(pieces: readonly string[]): readonly string[] {
  const lines: string[] = [];
  const splitter = splitLines((line) => lines.push(line));
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
  return lines;
}

test('lines are whole however the pieces are cut', () => {
  expect(split(['{"a"', ':1}\n{"b":2}\r', '\n\nlast'])).toEqual(['{"a":1}', '{"b":2}', '', 'last']);
});

test('a line that never ends is given out in parts', () => {
  const piece = 'x'.repeat(1_000_000);
  const lines = split(Array.from({ length: 9 }, () => piece));
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join('').length).toBe(9_000_000);
});
