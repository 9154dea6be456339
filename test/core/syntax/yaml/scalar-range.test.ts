import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadProject } from '../../../../core/model/load-project.ts';
import { schemaFile } from '../../../../core/model/project.ts';
import { scalarRange } from '../../../../core/syntax/yaml/scalar-range.ts';
import { valueAt } from '../../../../core/text/value-at.ts';

/** What stands in the file where `part` of the value of `pattern` is said to be. */
function shown(scalar: string, part: string): string {
  const text = `tables:\n  a:\n    columns:\n      b:\n        pattern: ${scalar}\n`;
  const document = loadProject({ config: null, schema: text }).documents[schemaFile];
  const path = ['tables', 'a', 'columns', 'b', 'pattern'];
  const value = String(valueAt(document?.value, path));
  const range = document?.rangeOf(path) ?? { start: 0, end: 0 };
  const at = value.indexOf(part);
  const found = scalarRange(text.slice(range.start, range.end), range.start, value, {
    start: at,
    end: at + part.length,
  });
  return text.slice(found.start, found.end);
}

describe('scalarRange', () => {
  test('follows plain, quoted, folded and block scalars', () => {
    expect(shown('one two three', 'two')).toBe('two');
    expect(shown("'one two three'", 'two')).toBe('two');
    expect(shown('"one two three"', 'two')).toBe('two');
    expect(shown('>\n          one\n          two three', 'two')).toBe('two');
    expect(shown('|  # a comment\n          one\n            two\n          three', 'three')).toBe('three');
    expect(shown('one\n          two three', 'two')).toBe('two');
  });

  test('counts doubled quotes as the one that they mean', () => {
    expect(shown("'it''s one, it''s two'", "it's two")).toBe("it''s two");
  });

  test('follows escapes, and gives the whole scalar where it does not know one', () => {
    expect(shown(String.raw`"a\tb two"`, 'two')).toBe('two');
    expect(shown(String.raw`"a\x41 two"`, 'two')).toBe(String.raw`"a\x41 two"`);
  });

  test('finds every word of any single-quoted text', () => {
    const word = fc.stringMatching(/^[a-z(]['a-z=<>]{0,6}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(), (words, pick) => {
        const value = words.join(' ');
        const index = pick % words.length;
        const start = words.slice(0, index).join(' ').length + (index > 0 ? 1 : 0);
        const chosen = words[index] ?? '';
        const raw = `'${value.replaceAll("'", "''")}'`;
        const { start: from, end } = scalarRange(raw, 100, value, { start, end: start + chosen.length });
        // A quote at the end of a part covers the second of its pair only when more of the text follows.
        expect(
          raw
            .slice(from - 100, end - 100)
            .replaceAll("''", "'")
            .replace(/'$/, ''),
        ).toBe(chosen.replace(/'$/, ''));
      }),
      { seed: 20260101, numRuns: 200 },
    );
  });
});
