import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexLines, offsetAt, positionAt } from '../../../core/text/lines.ts';

describe('lines of a text', () => {
  it('count from 1, and a line end belongs to the line that it ends', () => {
    const index = indexLines('ab\r\nc\n');
    expect(positionAt(index, 0)).toEqual({ line: 1, column: 1 });
    expect(positionAt(index, 3)).toEqual({ line: 1, column: 4 });
    expect(positionAt(index, 4)).toEqual({ line: 2, column: 1 });
    expect(positionAt(index, 6)).toEqual({ line: 3, column: 1 });
  });

  it('take offsets and lines outside of the text for its ends', () => {
    const index = indexLines('ab\nc');
    expect(positionAt(index, -5)).toEqual({ line: 1, column: 1 });
    expect(positionAt(index, 99)).toEqual({ line: 2, column: 2 });
    expect(offsetAt(index, { line: 9, column: 1 })).toBe(4);
    expect(offsetAt(index, { line: 2, column: 50 })).toBe(4);
  });

  it('lead from an offset to a position and back', () => {
    const text = fc
      .array(fc.constantFrom('a', '\n', '\r', '🌍'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(40), (lines, at) => {
        const index = indexLines(lines);
        const offset = Math.min(at, lines.length);
        expect(offsetAt(index, positionAt(index, offset))).toBe(offset);
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});
