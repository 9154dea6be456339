import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChange } from '../../../core/text/find-change.ts';
import { createPartedText, type PartedText, replaceInText } from '../../../core/text/parted-text.ts';

const line = fc.constantFrom('', 'a: 1', '  long: '.padEnd(3000, 'x'), 'ä😀', '\r', 'no break'.repeat(1500));
const lines = fc.array(line, { maxLength: 40 }).map((all) => all.join('\n'));
const edit = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat(9), fc.nat(60_000)),
  text: lines,
});
const session = fc.record({ start: lines, edits: fc.array(edit, { maxLength: 10 }) });

function expectSame(text: PartedText, plain: string): void {
  expect(text.toString()).toBe(plain);
  expect(text.length).toBe(plain.length);
  expect(text.parts.map((part) => part.text).join('')).toBe(plain);
  for (const part of text.parts.slice(0, -1)) expect(part.text.endsWith('\n')).toBe(true);
  const at = plain.length >> 1;
  expect(text.slice(at)).toBe(plain.slice(at));
  expect(text.slice(-at, -3)).toBe(plain.slice(-at, -3));
  expect(text.slice(at, at + 40_000)).toBe(plain.slice(at, at + 40_000));
  expect(text.indexOf('\n', at)).toBe(plain.indexOf('\n', at));
  expect(text.indexOf('\0')).toBe(-1);
}

describe('a text in parts', () => {
  it('reads like the plain text after any edits, and keeps whole lines in its parts', () => {
    fc.assert(
      fc.property(session, ({ start, edits }) => {
        let plain = start;
        let text = createPartedText(plain);
        expectSame(text, plain);
        for (const { at, length, text: inserted } of edits) {
          const from = at % (plain.length + 1);
          const range = { start: from, end: Math.min(plain.length, from + length) };
          const before = text;
          text = replaceInText(before, range, inserted);
          const next = plain.slice(0, range.start) + inserted + plain.slice(range.end);
          expectSame(text, next);
          const change = findChange(before, text);
          expect(next.startsWith(plain.slice(0, change.start))).toBe(true);
          expect(next.endsWith(plain.slice(change.end))).toBe(true);
          // In a text of repetitions it may stand elsewhere, but not be larger.
          const smallest = findChange(plain, next);
          expect(change.end - change.start).toBe(smallest.end - smallest.start);
          plain = next;
        }
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('shares every part but those around a change', () => {
    const plain = Array.from({ length: 20_000 }, (_, index) => `line ${index}\n`).join('');
    const before = createPartedText(plain);
    const after = replaceInText(before, { start: 100_000, end: 100_001 }, 'x');
    expect(before.parts.length).toBeGreaterThan(8);
    expect(after.parts.filter((part) => !before.parts.includes(part))).toHaveLength(1);
    expect(before.toString()).toBe(plain);
  });

  it('does not fall into crumbs', () => {
    let text = createPartedText('line\n'.repeat(20_000));
    const count = text.parts.length;
    for (let times = 0; times < 3000; times += 1) {
      text = replaceInText(text, { start: 50_000, end: 50_000 }, 'one more line\n');
      text = replaceInText(text, { start: 50_000, end: 50_014 }, '');
    }
    expect(text.parts.length).toBeLessThanOrEqual(count + 2);
    text = replaceInText(text, { start: 0, end: text.length }, '');
    expect(text.parts).toEqual([{ text: '' }]);
  });
});
