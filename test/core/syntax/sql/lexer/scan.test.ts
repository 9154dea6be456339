import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { k } from '../../../../../core/syntax/sql/lexer/keywords.ts';
import { scan } from '../../../../../core/syntax/sql/lexer/scan.ts';
import { s, t } from '../../../../../core/syntax/sql/lexer/token-codes.ts';
import { tokenize } from '../../../../../core/syntax/sql/lexer/tokenize.ts';

function words(text: string): readonly string[] {
  const { starts, ends, end } = scan(text);
  return Array.from({ length: end }, (_, index) => text.slice(starts[index], ends[index]));
}

function codes(text: string): readonly number[] {
  const { codes: found, end } = scan(text);
  return [...found.subarray(0, end)];
}

describe('words', () => {
  test('keywords are known in any case, and longer words are names', () => {
    expect(codes('SELECT select SeLeCt selected _select')).toEqual([
      k.SELECT,
      k.SELECT,
      k.SELECT,
      t.name,
      t.name,
    ]);
  });

  test('a name may begin with digits, and an address is one name', () => {
    expect(codes('2nd_visit 1e5x')).toEqual([t.name, t.name]);
    expect(words('s3a://bucket/a-b.csv x')).toEqual(['s3a://bucket/a-b.csv', 'x']);
  });

  test('letters of any script are letters, also those of two code units', () => {
    expect(words('größe 名 𝔞b c')).toEqual(['größe', '名', '𝔞b', 'c']);
  });
});

describe('numbers', () => {
  test('a suffix or an exponent makes a number of its own kind', () => {
    const texts = ['1', '1.5', '.5', '1.', '1e3', '1.5E-3', '5L', '5s', '5Y', '2.5BD', '1f', '1.0D'];
    const kinds = [t.integer, t.decimal, t.decimal, t.decimal, ...Array.from({ length: 8 }, () => t.number)];
    expect(texts.flatMap(codes)).toEqual(kinds);
  });

  test('a number with a point does not run into a word', () => {
    expect(words('1.a')).toEqual(['1', '.', 'a']);
    expect(words('a.1b')).toEqual(['a', '.', '1b']);
  });
});

describe('quotes and comments', () => {
  test('a backslash takes a quote along, but not in a raw string', () => {
    expect(words(String.raw`'a\'b' r'a\' "c"`)).toEqual([String.raw`'a\'b'`, String.raw`r'a\'`, '"c"']);
  });

  test('a doubled backquote stands for one', () => {
    expect(words('`a``b` c')).toEqual(['`a``b`', 'c']);
  });

  test('comments are left out: nested ones as a whole, and a line that a backslash carries on', () => {
    expect(words('a /* x /* y */ z */ b -- c \\\n d\n e')).toEqual(['a', 'b', 'e']);
  });

  test('a hint is read, not left out', () => {
    expect(codes('/*+ y */')).toEqual([s['/*+'], t.name, s['*/']]);
  });

  test.each(["'a", '"a', '`a', '/* a'])('what nothing closes runs to the end of the text: %s', (text) => {
    expect(codes(`y ${text} b`)).toEqual([t.name, t.unclosed]);
  });
});

test('a raw string that nothing closes is a name and a quote', () => {
  expect(codes("r'a")).toEqual([t.name, t.unclosed]);
});

test('a doubled backquote that nothing follows is a name without a letter', () => {
  expect(codes('``` a')).toEqual([t.quotedName, t.unclosed]);
});

test('operators are the longest that fit, and spellings of one are one', () => {
  expect(words('a<=>b>>>c|>d->e::f!=g')).toEqual([
    'a',
    '<=>',
    'b',
    '>>>',
    'c',
    '|>',
    'd',
    '->',
    'e',
    '::',
    'f',
    '!=',
    'g',
  ]);
  expect(codes('== !> !<')).toEqual([s['='], s['<='], s['>=']]);
});

test('what starts nothing is a token of its own', () => {
  expect(codes('# € 😀')).toEqual([t.unknown, t.unknown, t.unknown]);
});

test('tokens with trivia are the text', () => {
  const text = "SELECT /* a */ 'x' -- b\n\t, `c` /*+ d */ \u00a0 😀 ; /* open";
  const { codes: all, starts, count } = tokenize(text);
  const parts = Array.from({ length: count }, (_, index) => text.slice(starts[index], starts[index + 1]));
  expect(parts.join('')).toBe(text);
  expect([...all].filter((code) => code === t.lineComment || code === t.blockComment)).toHaveLength(2);
});

test('tokens of any text are the text, and none of them is empty', () => {
  const signs = [
    "'",
    '"',
    '`',
    '/*',
    '/*+',
    '*/',
    '--',
    '\\',
    '\n',
    '\r',
    "r'",
    '1e',
    '.5',
    '<=>',
    '😀',
    '\ud83d',
    'é',
  ];
  const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...signs));
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        const { starts, count, codes: all } = tokenize(text);
        const parts = Array.from({ length: count }, (_, index) =>
          text.slice(starts[index], starts[index + 1]),
        );
        expect(parts.join('')).toBe(text);
        expect(parts.slice(0, -1).every((part) => part.length > 0)).toBe(true);
        expect(all.at(-1)).toBe(t.end);
      },
    ),
    { seed: 7, numRuns: 800 },
  );
});
