import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Tokens, tokenize, tokenKinds } from '../../../../core/syntax/sql/lexer.ts';

const names = new Map<number, string>(Object.entries(tokenKinds).map(([name, kind]) => [kind, name]));

function list({ text, count, kinds, starts }: Tokens): string[] {
  return Array.from({ length: count }, (_, index) => {
    return `${names.get(kinds[index] ?? -1)} ${text.slice(starts[index], starts[index + 1])}`.trimEnd();
  });
}

/** Tokens without blanks and the end. */
function read(text: string): string[] {
  return list(tokenize(text)).filter((token) => !/^(blank|end)\b/.test(token));
}

describe('tokenize', () => {
  test.each([
    ['a_1 + `odd ``name`', ['word a_1', 'operator +', 'quotedName `odd ``name`']],
    [
      "'it\\'s' \"two\" r'raw\\' R\"x\"",
      ["string 'it\\'s'", 'string "two"', "rawString r'raw\\'", 'rawString R"x"'],
    ],
    [
      '1 2L 3S 4Y 5.0 6.5BD .5 7. 8e3 9E-1 1D 2F',
      [
        'integer 1',
        'integer 2L',
        'integer 3S',
        'integer 4Y',
        'decimal 5.0',
        'decimal 6.5BD',
        'decimal .5',
        'decimal 7.',
        'decimal 8e3',
        'decimal 9E-1',
        'decimal 1D',
        'decimal 2F',
      ],
    ],
    ['2nd_visit e1', ['word 2nd_visit', 'word e1']],
    [
      'a<=>b<>c!=d==e<=f||g',
      [
        'word a',
        'operator <=>',
        'word b',
        'operator <>',
        'word c',
        'operator !=',
        'word d',
        'operator ==',
        'word e',
        'operator <=',
        'word f',
        'operator ||',
        'word g',
      ],
    ],
    ['a -- to the end\nb', ['word a', 'lineComment -- to the end', 'word b']],
    ['a -- carried \\\non\rb', ['word a', 'lineComment -- carried \\\non', 'word b']],
    ['/* a /* b */ c */ d', ['blockComment /* a /* b */ c */', 'word d']],
    ['/*+ BROADCAST(t) */ x', ['hint /*+ BROADCAST(t) */', 'word x']],
    ['größe = 1', ['word größe', 'operator =', 'integer 1']],
  ])('splits %s', (text, tokens) => {
    expect(read(text)).toEqual(tokens);
  });

  test.each(["'open", '"open', '`open', "r'open", '/* open /* */', "'ends \\"])(
    'keeps `%s` as one unclosed token',
    (text) => {
      expect(read(text)).toEqual([`unclosed ${text}`]);
    },
  );

  test('gives a character that starts nothing a token of its own, with both halves of a surrogate pair', () => {
    expect(read('a 😀 \u0001')).toEqual(['word a', 'unknown 😀', 'unknown \u0001']);
  });

  test('loses nothing of any text and always ends with `end`', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        "'",
        '"',
        '`',
        '/*',
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
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const tokens = tokenize(text);
          const pieces = Array.from({ length: tokens.count }, (_, index) =>
            text.slice(tokens.starts[index], tokens.starts[index + 1]),
          );
          expect(pieces.join('')).toBe(text);
          expect(pieces.slice(0, -1).every((one) => one.length > 0)).toBe(true);
          expect(tokens.kinds.at(-1)).toBe(tokenKinds.end);
        },
      ),
      { seed: 7, numRuns: 800 },
    );
  });
});
