import { describe, expect, it } from 'vitest';
import { escapeMarkup } from '../../../core/report/escape-markup.ts';
import { visibleJson, visibleText } from '../../../core/report/visible-text.ts';
import { fc, test } from './property.ts';

const acting = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;

describe('visibleText', () => {
  it('writes out what acts on a terminal, and leaves the rest alone', () => {
    expect(visibleText('Zoë 😀 \t\u009b31m\u200f')).toBe('Zoë 😀 \\u{9}\\u{9b}31m\\u{200f}');
    expect(visibleText('half \ud83d of a pair, \ude00')).toBe('half \\u{d83d} of a pair, \\u{de00}');
  });

  test('never lets through a character that acts', [fc.string({ unit: 'binary' })], (text) => {
    expect(visibleText(text)).not.toMatch(acting);
    expect(escapeMarkup(text)).not.toMatch(/[<>"']|[\u0000-\u001f\u007f-\u009f]/);
  });

  test('JSON stays the same value, on lines that act on nothing', [fc.jsonValue()], (value) => {
    const text = visibleJson({ value });
    expect(text).not.toMatch(acting);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ value })));
  });
});
