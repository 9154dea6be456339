import { describe, expect, test } from 'vitest';
import { hasTime, parseDateFormat } from '../../../../core/syntax/date-format/parse-date-format.ts';

function show(text: string): string {
  return parseDateFormat(text)
    .parts.map((part) => (part.kind === 'literal' ? `'${part.text}'` : `${part.field}:${part.width}`))
    .join(' ');
}

describe('parseDateFormat', () => {
  test.each([
    ['yyyy-MM-dd', "year:four '-' month:two '-' day:two"],
    ['M/d/yyyy', "month:loose '/' day:loose '/' year:four"],
    ['dMMMyyyy', 'day:loose month:name year:four'],
    ['yyyyMMdd', 'year:four month:two day:two'],
    ["d 'de' MMM. yyyy", "day:loose ' de ' month:name '. ' year:four"],
    [
      "yyyy-MM-dd'T'HH:mm:ss",
      "year:four '-' month:two '-' day:two 'T' hour:two ':' minute:two ':' second:two",
    ],
    ["yyyy''MM'it''s'dd", "year:four ''' month:two 'it's' day:two"],
    ['yyyy😀MM😀dd', "year:four '😀' month:two '😀' day:two"],
  ])('takes %s apart', (text, parts) => {
    expect(parseDateFormat(text).errors).toEqual([]);
    expect(show(text)).toBe(parts);
  });

  test.each([
    ['yyyy-⟦mmm⟧-dd', /`mmm` means nothing in a date format/],
    ['yyyy-MM-dd ⟦a⟧', /`a` means nothing/],
    ['⟦YYYY⟧-MM-dd', /`YYYY` means nothing/],
    ['yyyy-MM-⟦M⟧-dd', 'The month stands twice in the format; remove `M`.'],
    ['M⟦d⟧/yyyy', /`d` follows a field of one or two digits directly/],
    ['d⟦1⟧/MM/yyyy', /A digit follows a field/],
    ["yyyy-MM-dd ⟦'T⟧", /The single quote is not closed/],
    ['⟦yyyy-MM⟧', 'The date format has no day; write one such as `yyyy-MM-dd`.'],
    ['⟦⟧', 'The date format has no year and no month and no day; write one such as `yyyy-MM-dd`.'],
    ['⟦yyyy-MM-dd mm⟧', 'The time in the format has gaps; write `HH:mm` or `HH:mm:ss`.'],
    ['⟦yyyy-MM-dd HH⟧', 'The time in the format has gaps; write `HH:mm` or `HH:mm:ss`.'],
    ['⟦ yyyy-MM-dd⟧', /Values are trimmed/],
  ])('says what is wrong with %s', (marked, message) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const range = { start: marked.indexOf('⟦'), end: marked.indexOf('⟧') - 1 };
    const found = parseDateFormat(text).errors.find(
      (error) => JSON.stringify(error.range) === JSON.stringify(range),
    );
    expect(found?.message).toMatch(message);
  });

  test('tells formats with a time of day from those without', () => {
    expect(hasTime(parseDateFormat('yyyy-MM-dd HH:mm').parts)).toBe(true);
    expect(hasTime(parseDateFormat('yyyy-MM-dd').parts)).toBe(false);
  });
});
