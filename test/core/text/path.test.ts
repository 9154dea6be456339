import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPath, parsePath } from '../../../core/text/path.ts';

describe('a path as text', () => {
  it('is dotted, with indexes and strange keys in brackets', () => {
    expect(formatPath(['tables', 'claim', 'checks', 0, 'expr'])).toBe('tables.claim.checks[0].expr');
    expect(formatPath(['tables', 'a.b', 'x"y'])).toBe('tables["a.b"]["x\\"y"]');
    expect(formatPath([])).toBe('');
  });

  it('keeps a key of digits apart from an index', () => {
    expect(formatPath(['a', '0'])).toBe('a["0"]');
    expect(parsePath('a["0"]')).toEqual(['a', '0']);
    expect(parsePath('a[0]')).toEqual(['a', 0]);
  });

  it('reads back as the same path, whatever the keys are', () => {
    const step = fc.oneof(fc.string(), fc.nat(), fc.constantFrom('__proto__', 'a-b', '', 'ü', ']', '"'));
    const claim = fc.property(fc.array(step, { maxLength: 6 }), (path) => {
      expect(parsePath(formatPath(path))).toEqual(path);
    });
    fc.assert(claim, { seed: 3, numRuns: 1000 });
  });

  it('ends where it is no path any more', () => {
    expect(parsePath('a.b c')).toEqual(['a', 'b']);
    expect(parsePath('a["\\x"]')).toEqual(['a']);
    expect(parsePath('[')).toEqual([]);
  });
});
