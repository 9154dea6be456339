import { test } from 'vitest';
import { ruleNotForType } from '../../../core/checks/rule-not-for-type.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports bounds of text and of truth values', () => {
  const schema = 'tables: {claim: {columns: {a: {⟦min: 1⟧, ⟦max: 2⟧}, b: {type: boolean, ⟦min: 0⟧}}}}';
  expectFound(ruleNotForType, { schema }, [
    '`min` has no meaning for column `a` of `claim`, which is string; declare a number or a date, or use `pattern`.',
    '`max` has no meaning for column `a` of `claim`, which is string; declare a number or a date, or use `pattern`.',
    '`min` has no meaning for column `b` of `claim`, which is boolean; take it away.',
  ]);
});

test('reports bounds of a masked column, whose rules see text', () => {
  const schema = 'tables: {claim: {columns: {a: {type: int, ⟦max: 2⟧}}, mask: [a]}}';
  expectFound(ruleNotForType, { schema }, [
    '`max` has no meaning for column `a` of `claim`, which is masked; rules of a masked column see its text; use `pattern`.',
  ]);
});

test('reports formats of what is neither a date nor a timestamp', () => {
  const schema =
    'tables: {claim: {columns: {a: {type: int, ⟦formats: [yyyy]⟧}, b: {⟦formats: yyyy-MM-dd⟧}}}}';
  expectFound(ruleNotForType, { schema }, [
    '`formats` has no meaning for column `a` of `claim`, which is int; declare `date` or `timestamp`, or take it away.',
    '`formats` has no meaning for column `b` of `claim`, which is string; declare `date` or `timestamp`, or take it away.',
  ]);
});

test('is content with bounds of numbers and dates, and with formats of dates and timestamps', () => {
  const schema = `tables:
  claim:
    columns:
      a: {type: int, min: 0, max: 5}
      b: {type: date, min: 2000-01-01, formats: [yyyy-MM-dd]}
      c: {type: timestamp, formats: ['d.M.yyyy HH:mm']}
      d: {type: 'decimal(5,2)', min: 0.5}`;
  expectSilence(ruleNotForType, { schema });
});
