import { expect, test } from 'vitest';
import { invalidDateFormat } from '../../../core/checks/invalid-date-format.ts';
import { applyFix, expectFound, expectSilence } from './support/expect-check.ts';

test('reports the part of a format that cannot be read', () => {
  const schema = "tables: {claim: {columns: {a: {type: date, formats: [yyyy-MM-dd, 'dd.⟦EEE⟧.yyyy']}}}}";
  expectFound(invalidDateFormat, { schema }, [
    '`EEE` means nothing in a date format; use `yyyy`, `M`, `MM`, `MMM`, `d`, `dd`, and for timestamps `HH`, `mm`, `ss`, or put it in single quotes.',
  ]);
});

test.each([
  ['YYYY-MM-DD', 'yyyy-MM-dd'],
  ['yyyy-mm-dd', 'yyyy-MM-dd'],
  ["'%d.%m.%Y'", 'dd.MM.yyyy'],
  ['DD-MON-YYYY', 'dd-MMM-yyyy'],
  ['dd.mmm.yyyy', 'dd.MMM.yyyy'],
])('reports %s, written in the letters of another tool, and mends it', (written, meant) => {
  const texts = { schema: `tables: {claim: {columns: {a: {type: date, formats: [⟦${written}⟧]}}}}` };
  const format = written.replaceAll("'", '');
  const [finding] = expectFound(invalidDateFormat, texts, [
    `Format \`${format}\` is not written in the letters that date formats have here; did you mean \`${meant}\`?`,
  ]);
  const mended = applyFix(texts, finding!);
  expect(mended.schema).toContain(`formats: [${meant}]`);
  expectSilence(invalidDateFormat, mended);
});

test('reports a format that leaves a part of the date out', () => {
  const schema = 'tables: {claim: {columns: {a: {type: date, formats: ⟦MM/yyyy⟧}}}}';
  expectFound(invalidDateFormat, { schema }, ['The date format has no day; write one such as `yyyy-MM-dd`.']);
});

test('reports a time of day in the format of a date', () => {
  const schema = "tables: {claim: {columns: {a: {type: date, formats: ⟦'yyyy-MM-dd HH:mm'⟧}}}}";
  expectFound(invalidDateFormat, { schema }, [
    'Format `yyyy-MM-dd HH:mm` reads a time of day, and column `a` of `claim` is a date; declare `timestamp`, or leave the time out.',
  ]);
});

test('is content with the usual formats of dates and timestamps', () => {
  const schema =
    "tables: {claim: {columns: {a: {type: date, formats: [d MMM yyyy, dd.MM.yyyy]}, b: {type: timestamp, formats: ['d.M.yyyy HH:mm:ss']}, c: {type: date}}}}";
  expectSilence(invalidDateFormat, { schema });
});
