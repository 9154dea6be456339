import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePattern } from '../../../../core/syntax/pattern/parse-pattern.ts';

describe('parsePattern', () => {
  test.each([
    '',
    'abc',
    '^abc$',
    '[A-Z]{2}[0-9]{4}',
    '(?:a|b)+?',
    '(a(b(c)?)*)',
    '\\d\\D\\w\\W\\s\\S',
    '[\\d_.-]',
    '[^\\]\\\\]',
    'a{0,5}b{3,}c{2}',
    '\\.\\/\\-\\{',
    '[]a]'.replace('[]', '[\\]'),
    'größe|😀',
    '[a-]',
    '.*',
    '\\t\\n\\r\\f',
  ])('takes `%s`', (text) => {
    expect(parsePattern(text).errors).toEqual([]);
    expect(parsePattern(text).tree).not.toBeNull();
  });

  test.each([
    ['a⟦(?=⟧b)', /Lookaround and named groups are not part/],
    ['⟦(?<⟧n>a)', /Lookaround and named groups/],
    ['⟦(?i⟧)a', /Flags are not part/],
    ['(a)⟦\\1⟧', /`\\1` does not mean the same in both engines/],
    ['⟦\\p⟧{L}', /`\\p` does not mean the same/],
    ['⟦\\b⟧a', /`\\b` does not mean the same/],
    ['a⟦\\Z⟧', /`\\Z` does not mean the same/],
    ['a*⟦+⟧', /A possessive repetition/],
    ['⟦a{2}{3}⟧', /A repetition of a repetition/],
    ['a⟦{5,2}⟧', /ends before it starts/],
    ['⟦a{1001}⟧', /repeats more than 1000 times/],
    ['⟦(a{100}){11}⟧', /repeats more than 1000 times/],
    ['⟦{⟧a', /`{` repeats nothing/],
    ['⟦*⟧a', /`\*` repeats nothing/],
    ['a⟦{⟧', /starts no repetition/],
    ['a⟦^⟧b', /always means the whole value; remove it/],
    ['a⟦$b⟧', /always means the whole value; remove it/],
    ['a⟦)⟧', /closes no group/],
    ['⟦(⟧a', /The group is not closed/],
    ['⟦[a⟧', /The class is not closed/],
    ['⟦[]⟧', /The class is empty/],
    ['[a⟦[⟧b]]', /inside a class means different things/],
    ['[a⟦&⟧&b]', /inside a class means different things/],
    ['[⟦z-a⟧]', /ends before it starts/],
    ['[⟦\\W⟧]', /A negated shorthand inside a class/],
    ['[a⟦-\\d⟧]', /cannot end with a class/],
    ['a⟦\\⟧', /ends with a backslash/],
    ['⟦(?:[^a][^b][^c][^d][^e]){1000}⟧', /too large once its repetitions are written out/],
    [`⟦${'a'.repeat(2001)}⟧`, /2000 is the most/],
    [`${'('.repeat(100)}⟦(a${')'.repeat(101)}⟧`, /nested deeper than 100/],
  ])('refuses `%s`', (marked, message) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const { tree, errors } = parsePattern(text);
    expect(tree).toBeNull();
    expect(errors[0]?.message).toMatch(message);
    expect(errors[0]?.range).toEqual({ start: marked.indexOf('⟦'), end: marked.indexOf('⟧') - 1 });
  });

  test('answers to any text', () => {
    const piece = fc.constantFrom(
      'a',
      '(',
      ')',
      '[',
      ']',
      '^',
      '-',
      '\\',
      '{',
      '}',
      '1',
      ',',
      '*',
      '+',
      '?',
      '|',
      '.',
      '$',
      '😀',
      'd',
      ':',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
        (text) => {
          const { tree, errors } = parsePattern(text);
          expect(tree === null).toBe(errors.length > 0);
          for (const { range } of errors) expect(range.end).toBeLessThanOrEqual(text.length);
        },
      ),
      { seed: 3, numRuns: 3000 },
    );
  });
});
