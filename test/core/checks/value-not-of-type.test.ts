import { test } from 'vitest';
import { valueNotOfType } from '../../../core/checks/value-not-of-type.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports bounds, allowed values and defaults that are not of the type', () => {
  const schema =
    'tables: {claim: {columns: {a: {type: int, min: ⟦low⟧, max: ⟦2.5⟧, valid_vals: [1, ⟦two⟧], default: ⟦none⟧}, b: {type: date, min: ⟦1900⟧}, c: {type: boolean, valid_vals: [⟦2⟧]}}}}';
  expectFound(valueNotOfType, { schema }, [
    '`low` in `min` is not an int, the type of column `a` of `claim`; write a value of that type, or change the type.',
    '`2.5` in `max` is not an int, the type of column `a` of `claim`; write a value of that type, or change the type.',
    '`two` in `valid_vals` is not an int, the type of column `a` of `claim`; write a value of that type, or change the type.',
    '`none` in `default` is not an int, the type of column `a` of `claim`; write a value of that type, or change the type.',
    '`1900` in `min` is not a date (`yyyy-MM-dd`, `M/d/yyyy`, `M-d-yyyy`), the type of column `b` of `claim`; write a value of that type, or change the type.',
    '`2` in `valid_vals` is not a boolean, the type of column `c` of `claim`; write a value of that type, or change the type.',
  ]);
});

test('reads dates by the formats of their column', () => {
  const schema =
    'tables: {claim: {columns: {a: {type: date, formats: dd.MM.yyyy, min: 31.12.2020, max: ⟦2021-01-01⟧}}}}';
  expectFound(valueNotOfType, { schema }, [
    '`2021-01-01` in `max` is not a date (`dd.MM.yyyy`), the type of column `a` of `claim`; write a value of that type, or change the type.',
  ]);
});

test('is content with values of the type, with any text, and with the text of masked columns', () => {
  const schema = `tables:
  claim:
    columns:
      a: {type: int, min: 0, valid_vals: [1, '2', 3.0]}
      b: {type: boolean, valid_vals: [true, yes]}
      c: {valid_vals: [1, x, true], default: 7}
      d: {type: 'decimal(6,2)', max: 12.5}
      e: {type: timestamp, min: '2020-01-01 00:00:00'}
      f: {type: int, valid_vals: [many]}
    mask: [f]`;
  expectSilence(valueNotOfType, { schema });
});
